using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;

namespace StravaTools.MSBuild.Tests;

/// <summary>The tasks that send requests, in real builds against the fake.</summary>
[TimeLimit(180)]
public sealed partial class StravaTasksTests : IDisposable
{
    private const string Send = """
        <ItemGroup><File Include="*.gpx;*.tcx;*.json;*.gz" /><File Include="$(Extra)" /></ItemGroup>
        <SendStravaUpload Files="@(File)" Wait="true" ContinueOnError="ErrorAndContinue">
        <Output TaskParameter="Results" ItemName="Result" /></SendStravaUpload>
        <Message Importance="high"
            Text="result %(Result.Identity): %(Result.Outcome) %(Result.ErrorId) [%(Result.ActivityId)] %(Result.ActivityUrl)" />
        """;

    private readonly Build _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    [Clause("PA-050")]
    public async Task Files_are_checked_and_uploaded_with_a_photo_to_a_fake_that_ends_with_the_build()
    {
        _build.AddSample("lunch-walk.tcx");
        _build.AddSample("planned-route.gpx");
        _build.AddSample("finish.jpg");

        var output = await _build.RunAsync($"""
            <StartFakeStrava Partner="true" UseAsDefault="true">
              <Output TaskParameter="ProcessId" PropertyName="FakePid" />
            </StartFakeStrava>
            <Message Importance="high" Text="pid=$(FakePid)=" />
            {Send}
            <AddStravaPhoto Activities="@(Result)" PhotoPath="finish.jpg"><Output TaskParameter="Added" ItemName="Added" /></AddStravaPhoto>
            <Message Importance="high" Text="added: @(Added)" />
            <ReportStravaUploads Results="@(Result)" Photos="@(Added)" />
            """);

        Assert.Equal(1, output.ExitCode);
        output.AssertHas("planned-route.gpx(7,8): error GPX0102:");
        output.AssertHas("result planned-route.gpx: Rejected GPX0102 []");
        output.AssertHas("result lunch-walk.tcx: Ready  [1000");
        output.AssertHas("added: lunch-walk.tcx");
        output.AssertHas("2 files: 1 Ready, 1 Rejected; photos added: 1.");
        var pid = int.Parse(output.Text.Split("pid=")[1].Split('=')[0], null);
        Assert.ThrowsAny<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(pid));
    }

    [Fact]
    public async Task Server_and_token_come_from_the_environment_and_the_token_is_not_logged()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.AddSample("lunch-walk.tcx");

        var output = await _build.RunAsync(Send, "-verbosity:diagnostic");

        Assert.Equal(0, output.ExitCode);
        Assert.Matches("^lunch-walk~[0-9a-f]{12}\\.tcx$", Assert.Single(fake.Activities).ExternalId);
        output.AssertHas($"POST {fake.BaseUri}api/v3/uploads: 201");

        // MSBuild itself lists its environment; our tasks add nothing.
        Assert.Equal(output.Text.Split(fake.AccessToken).Length - 1,
            output.Lines.Count(line => line.StartsWith("STRAVA_ACCESS_TOKEN", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Duplicate_is_not_an_error_and_metadata_of_a_file_is_sent()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.AddSample("lunch-walk.tcx");
        File.Copy(Path.Combine(_build.Folder, "lunch-walk.tcx"), Path.Combine(_build.Folder, "z-again.tcx"));

        var output = await _build.RunAsync(
            Send.Replace("</ItemGroup>",
                """<File Update="@(File)" SportType="hike" Name="Round the lake" Commute="true" Trainer="perhaps" /></ItemGroup>""",
                    StringComparison.Ordinal));

        var activity = Assert.Single(fake.Activities);
        Assert.Equal(0, output.ExitCode);
        Assert.Equal(("Round the lake", "Hike", true), (activity.Name, activity.SportType, activity.Commute));
        output.AssertHas($"result z-again.tcx: Duplicate  [] {fake.BaseUri}activities/{activity.Id}");
        output.AssertHas("warning InvalidMetadata: The metadata Trainer is 'perhaps'");
    }

    [Fact]
    public async Task Duplicate_is_an_error_if_it_is_treated_as_one_and_a_repeated_file_has_its_own_number()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.AddSample("lunch-walk.tcx");

        var output = await _build.RunAsync(
            """<SendStravaUpload Files="lunch-walk.tcx;lunch-walk.tcx" Wait="true" TreatDuplicateAsError="true" />""");

        Assert.Equal(1, output.ExitCode);
        Assert.Single(output.Lines, line => line.StartsWith("lunch-walk.tcx: Ready, http://", StringComparison.Ordinal));
        Assert.Single(output.Lines, line => line.StartsWith("lunch-walk.tcx: Duplicate, http://", StringComparison.Ordinal));
        output.AssertHas($"is a duplicate of activity {Assert.Single(fake.Activities).Id}. No action is needed.");
    }

    [Fact]
    public async Task Location_is_removed_from_a_photo_and_a_photo_without_an_address_is_an_error()
    {
        await using var fake = await FakeStravaServer.StartAsync(
            new FakeStravaOptions { IsPartner = true }, TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.AddSample("lunch-walk.tcx");
        _build.Add("home.jpg", TestPictures.JpegWithPosition());

        var output = await _build.RunAsync($"""
            {Send}
            <AddStravaPhoto Activities="@(Result)" PhotoPath="home.jpg" RemoveLocation="true">
            <Output TaskParameter="Added" ItemName="Added" /></AddStravaPhoto>
            <Message Importance="high" Text="added: @(Added)" />
            <AddStravaPhoto Activities="@(Result)" PhotoPath="home.jpg;home.jpg" RemoveLocation="true" ContinueOnError="ErrorAndContinue" />
            """);

        output.AssertHas("added: lunch-walk.tcx");
        output.AssertHas("lunch-walk.tcx : error PhotoAddressMissing:");
        Assert.False(fake.Photos[0].Bytes.ToArray().Contains(TestPictures.Latitude));
    }

    [Fact]
    public async Task Table_is_seen_at_a_terminal_and_after_a_rejected_file()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.AddSample("lunch-walk.tcx");
        _build.AddSample("planned-route.gpx");

        // Without ContinueOnError, ReportStravaUploads does not run.
        var output = await _build.RunAsync(
            """
            <SendStravaUpload Files="planned-route.gpx;lunch-walk.tcx" Wait="true" />
            """,
            "-terminalLogger:on");

        Assert.Equal(1, output.ExitCode);
        output.AssertHas("\u2192 2 files: 1 Ready, 1 Rejected; photos added: 0.");
        Assert.Matches(@"planned-route\.gpx +Gpx +Rejected \(GPX0102\)", output.Text);
        Assert.Matches(@"lunch-walk\.tcx +Tcx +Ready +\d+ +http://127\.0\.0\.1:\d+/activities/\d+", output.Text);
    }

    [Theory]
    [InlineData("SendStravaUpload")]
    [InlineData("ValidateActivityFiles")]
    public async Task Empty_list_of_files_is_a_warning(string task)
    {
        _build.Environment["STRAVA_ACCESS_TOKEN"] = "x";

        var output = await _build.RunAsync($"""<ItemGroup><File Include="*.fitt" /></ItemGroup><{task} Files="@(File)" />""");

        Assert.Equal(0, output.ExitCode);
        output.AssertHas("warning NoFiles: No files were specified");
    }

    [Fact]
    public async Task Custom_field_that_is_specified_twice_is_an_error()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);

        var output = await _build.RunAsync("""
            <ItemGroup><Scalar Include="rpe;rpe" Value="8" /></ItemGroup>
            <NewStravaActivity Name="a" SportType="Run" StartTime="2025-06-14T18:30:00" ElapsedTime="60" CustomData="@(Scalar)" />
            """);

        Assert.Equal(1, output.ExitCode);
        output.AssertHas("error CustomDataNameRepeated: The custom field 'rpe' is specified twice. Use each name once.");
        Assert.Empty(fake.Activities);
    }

    [Fact]
    public async Task Fake_of_the_build_behaves_as_its_properties_and_its_control_say()
    {
        const string Frozen = "{\"mode\":\"frozen\",\"now\":\"2030-01-01T00:00:00Z\"}";
        _build.Add("world.seed", "{\"clubs\":[{\"id\":9,\"name\":\"Pedals\"}]}");
        _build.AddSample("lunch-walk.tcx");

        var output = await _build.RunAsync($"""
            <ControlFakeStrava Resource="reset" ContinueOnError="true" />
            <StartFakeStrava UseAsDefault="true" Profile="documented" NoLimits="true" Seed="7"
            FirstId="9007199254740993" DecathlonActivities="eu7;eu8" World="world.seed" />
            {Send}
            <ControlFakeStrava Method="GET" Resource="clubs"><Output TaskParameter="Response" PropertyName="Clubs" /></ControlFakeStrava>
            <ControlFakeStrava Method="PUT" Resource="clock" Body='{Frozen}'>
              <Output TaskParameter="Response" PropertyName="Clock" />
            </ControlFakeStrava>
            <Message Importance="high" Text="$(Clubs) $(Clock)" />
            <ControlFakeStrava Resource="clock/advance" Body='"soon"' ContinueOnError="true" />
            <ControlFakeStrava Resource="clock" Method="GET CLOCK" ContinueOnError="true" />
            <SetDecathlonThumbnail ActivityId="eu8" Url="https://example.com/a.jpg" />
            """);

        Assert.Equal(0, output.ExitCode);
        Assert.Matches(@"result lunch-walk\.tcx: Ready  \[90071992547409\d\d\]", output.Text);
        Assert.Contains("Pedals", output.Text, StringComparison.Ordinal);
        Assert.Contains("2030-01-01T00:00:00+00:00", output.Text, StringComparison.Ordinal);
        output.AssertHas("warning FakeStravaNotRunning: No fake server is running. Use the task StartFakeStrava");
        output.AssertHas("warning RequestRefused: The server rejected the request (422): The JSON must be an object, such as {");
        output.AssertHas("warning SettingNotValid: Method cannot be 'GET CLOCK'. It must be GET, POST, PUT, PATCH, or DELETE.");
    }

    [Fact]
    public async Task Activity_is_created_without_a_file_and_gets_a_photo()
    {
        await using var fake = await FakeStravaServer.StartAsync(
            new FakeStravaOptions { IsPartner = true }, TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.AddSample("finish.jpg");

        var output = await _build.RunAsync("""
            <ItemGroup><Scalar Include="rpe" Value="8" /></ItemGroup>
            <NewStravaActivity Name="Bouldering" SportType="RockClimbing" StartTime="2025-06-14T18:30:00" ElapsedTime="1:30:00"
            CustomData="@(Scalar)">
              <Output TaskParameter="Activity" ItemName="Created" />
            </NewStravaActivity>
            <AddStravaPhoto Activities="@(Created)" PhotoPath="finish.jpg" />
            """);

        var activity = Assert.Single(fake.Activities);
        Assert.Equal((0, "Bouldering", 5400), (output.ExitCode, activity.Name, activity.ElapsedTime));
        Assert.Equal("8", activity.CustomFields["rpe"]);
        Assert.Equal(activity.Id, Assert.Single(fake.Photos).ActivityId);
    }

    [Theory]
    [InlineData("Private=\"true\"", true)]
    [InlineData("Private=\"false\"", false)]
    [InlineData("Private=\"\"", true)]
    [InlineData("", true)]
    public async Task Private_is_sent_only_if_it_is_set(string attribute, bool expected)
    {
        var options = new FakeStravaOptions { Athletes = [new FakeAthlete { ActivitiesArePrivate = true }] };
        await using var fake = await FakeStravaServer.StartAsync(options, TestContext.Current.CancellationToken);
        UseFake(fake);

        var output = await _build.RunAsync(
            $"""<NewStravaActivity Name="a" SportType="Run" StartTime="2025-06-14T18:30:00" ElapsedTime="60" {attribute} />""");

        Assert.Equal((0, expected), (output.ExitCode, Assert.Single(fake.Activities).Private));
    }

    [Fact]
    public async Task Custom_field_with_the_name_of_a_documented_parameter_is_an_error()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);

        var output = await _build.RunAsync("""
            <ItemGroup><Scalar Include="name" Value="evil" /></ItemGroup>
            <NewStravaActivity Name="a" SportType="Run" StartTime="2025-06-14T18:30:00" ElapsedTime="60" CustomData="@(Scalar)" />
            """);

        Assert.Equal(1, output.ExitCode);
        output.AssertHas("error CustomDataNameReserved: The custom field 'name' has the name of a documented parameter");
        Assert.Empty(fake.Activities);
    }

    [Theory]
    [InlineData("StartTime=\"2025-06-14T18:30:00\" ElapsedTime=\"soon\"", "InvalidElapsedTime")]
    [InlineData("StartTime=\"yesterday\" ElapsedTime=\"60\"", "InvalidStartTime")]
    public async Task Invalid_time_is_an_error(string times, string code)
    {
        _build.Environment["STRAVA_ACCESS_TOKEN"] = "x";
        var output = await _build.RunAsync($"""<NewStravaActivity Name="a" SportType="Run" {times} />""");

        Assert.Equal(1, output.ExitCode);
        output.AssertHas($": error {code}:");
    }

    [Fact]
    public async Task Missing_token_is_an_error_before_any_request()
    {
        _build.AddSample("lunch-walk.tcx");
        var output = await _build.RunAsync(Send);

        Assert.Equal(1, output.ExitCode);
        output.AssertHas("error NoAccessToken: No access token is available.");
    }

    [Fact]
    public async Task Unknown_token_and_missing_server_are_one_error_per_file()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.Environment["STRAVA_ACCESS_TOKEN"] = "wrong";
        _build.AddSample("lunch-walk.tcx");
        _build.AddSample("strength-workout.json");
        _build.AddSample("evening-run.gpx.gz");
        var refused = await _build.RunAsync(Send, "-p:Extra=missing.gpx");

        refused.AssertHas("lunch-walk.tcx : error NotAuthorized:");
        refused.AssertHas("strength-workout.json : error NotAuthorized:");
        refused.AssertHas("evening-run.gpx.gz : error NotAuthorized: It was not sent, because two files in a row had the same answer: ");
        refused.AssertHas("missing.gpx : error FileNotFound:");
        refused.AssertHas("result strength-workout.json: NotSent NotAuthorized");
        refused.AssertHas("result missing.gpx: NotSent FileNotFound");
        Assert.Equal(2, fake.Requests.Count);

        _build.Environment["STRAVA_BASE_URI"] = UnusedAddress();
        (await _build.RunAsync(Send)).AssertHas("lunch-walk.tcx : error ServerUnreachable:");
    }

    [Fact]
    public async Task Profile_takes_precedence_over_a_token_in_the_environment()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.Environment["STRAVA_ACCESS_TOKEN"] = "wrong";
        _build.Environment["STRAVATOOLS_TOKEN_STORE"] = _build.Folder;
        _build.Add($"strava-127.0.0.1-{fake.BaseUri.Port}~club.json",
            $$"""{"access_token":"{{fake.AccessToken}}","expires_at":"2100-01-01T00:00:00+00:00","client_id":"1"}""");

        var output = await _build.RunAsync("""
            <NewStravaActivity Profile="Club" Name="a" SportType="Run" StartTime="2025-06-14T18:30:00" ElapsedTime="60" />
            """);

        Assert.Equal(0, output.ExitCode);
        Assert.Single(fake.Activities);
    }

    [Fact]
    public async Task Upload_without_a_status_keeps_its_ID_with_a_warning()
    {
        var options = new FakeStravaOptions { RateLimits = new FakeRateLimits(1, 100) };
        await using var fake = await FakeStravaServer.StartAsync(options, TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.AddSample("lunch-walk.tcx");
        var limited = await _build.RunAsync(Send);

        limited.AssertHas($"lunch-walk.tcx : warning RateLimited: '");
        limited.AssertHas($"lunch-walk.tcx' was uploaded as {fake.Uploads[0].Id}, but its status could not be retrieved: ");
        limited.AssertHas("result lunch-walk.tcx: Pending RateLimited");
    }

    [Fact]
    public async Task Fake_that_cannot_start_reports_the_reason()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        (await _build.RunAsync($"""<StartFakeStrava Port="{port}" />""")).AssertHas("error FakeStravaFailed: The fake did not start:");
        (await _build.RunAsync("""<StartFakeStrava Program="nowhere.dll" />""")).AssertHas("error FakeStravaNotBuilt:");
    }

    [Fact]
    public async Task Quickstart_prints_what_README_shows()
    {
        var output = await _build.RunProjectAsync(
            Path.Combine(Build.Repository, "module", "samples", "Quickstart.proj"), $"-p:StravaToolsTasksAssembly={Build.TasksAssembly}");

        Assert.Equal(0, output.ExitCode);
        var readme = (await File.ReadAllLinesAsync(Path.Combine(Build.Repository, "README.md"), TestContext.Current.CancellationToken))
            .SkipWhile(line => !line.StartsWith("Quickstart -> ", StringComparison.Ordinal)).TakeWhile(line => line != "```");
        Assert.Equal(8, readme.Count());
        var lines = output.Lines.Select(WithoutPort).ToList();
        Assert.All(readme, line => Assert.Contains(WithoutPort(line.Trim()), lines));
        output.AssertHas("planned-route.gpx(7,8): warning GPX0102: 60 of 60 points have no time.");
    }

    /// <summary>Each run has another port.</summary>
    private static string WithoutPort(string line) => Port.Replace(line, "127.0.0.1:0/");

    private void UseFake(FakeStravaServer fake)
    {
        _build.Environment["STRAVA_BASE_URI"] = fake.BaseUri.ToString();
        _build.Environment["STRAVA_ACCESS_TOKEN"] = fake.AccessToken;
    }

    private static string UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
    }

    [GeneratedRegex(@"127\.0\.0\.1:\d+/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Port { get; }
}
