using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace StravaTools.FakeStrava.Tests;

/// <summary>The executable, started as a child process like PowerShell, MSBuild, or a test in another language does.</summary>
public class ProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Program_prints_one_line_and_exits_when_standard_input_closes()
    {
        using var fake =
            Start("--exit-with-stdin", "--token", "secret", "--partner", "--processing", "polls:1", "--duplicate-text", "html");

        var line = JsonElement.Parse((await ReadLineAsync(fake))!);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{line.GetProperty("url").GetString()}/api/v3/athlete?access_token=secret"));
        Assert.Equal((fake.Id, "secret"), (line.GetProperty("pid").GetInt32(), line.GetProperty("accessToken").GetString()));
        Assert.Matches(@"^http://127\.0\.0\.1:\d+$", line.GetProperty("url").GetString()!);

        fake.StandardInput.Close();
        Assert.Equal((0, "", ""), await EndAsync(fake));
    }

    [Fact]
    public async Task Program_has_the_profile_and_the_first_id_of_its_options()
    {
        using var fake = Start("--exit-with-stdin", "--profile", "documented", "--first-id", "9007199254740993");
        var url = JsonElement.Parse((await ReadLineAsync(fake))!).GetProperty("url").GetString();
        using var http = new HttpClient();

        using var created = await http.PostAsync(
            $"{url}/api/v3/activities?access_token=fake-access-token&name=A&type=Walk&elapsed_time=60&start_date_local=2025-07-02T06:00:00",
            content: null,
            TestContext.Current.CancellationToken);

        Assert.Equal(["600,30000"], created.Headers.GetValues("X-RateLimit-Limit"));
        Assert.Contains("9007199254740993", await created.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        fake.StandardInput.Close();
        await EndAsync(fake);
    }

    [Fact]
    public async Task Program_has_the_time_zone_and_the_application_of_its_options()
    {
        using var fake = Start("--exit-with-stdin", "--time-zone", "America/New_York", "--upgraded-limits", "--partner");
        var url = JsonElement.Parse((await ReadLineAsync(fake))!).GetProperty("url").GetString();
        using var http = new HttpClient();

        const string Walk = "name=A&sport_type=Walk&elapsed_time=60&start_date_local=2025-10-18T19:04:26";
        using var created = await http.PostAsync(
            $"{url}/api/v3/activities?access_token=fake-access-token&{Walk}",
            content: null,
            TestContext.Current.CancellationToken);

        Assert.Equal(["400,4000"], created.Headers.GetValues("X-Ratelimit-Limit"));
        var activity = JsonElement.Parse(await created.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        // As recorded on that day.
        Assert.Equal(("2025-10-18T23:04:26Z", "2025-10-18T19:04:26Z", "(GMT-05:00) America/New_York", "-14400.0"),
            (activity.GetProperty("start_date").GetString(), activity.GetProperty("start_date_local").GetString(),
                activity.GetProperty("timezone").GetString(), activity.GetProperty("utc_offset").GetRawText()));
        Assert.Equal(1, activity.GetProperty("photo_metadata").GetArrayLength());
        fake.StandardInput.Close();
        await EndAsync(fake);
    }

    [Fact]
    public async Task Program_refuses_an_inactive_application()
    {
        using var fake = Start("--exit-with-stdin", "--inactive-application");
        var url = JsonElement.Parse((await ReadLineAsync(fake))!).GetProperty("url").GetString();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync($"{url}/api/v3/athlete?access_token=fake-access-token"));
        fake.StandardInput.Close();
        await EndAsync(fake);
    }

    [Fact]
    public async Task Program_has_a_club_a_route_and_a_segment_of_the_sample_ride()
    {
        using var fake = Start("--exit-with-stdin");
        var url = JsonElement.Parse((await ReadLineAsync(fake))!).GetProperty("url").GetString();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "fake-access-token");
        var sample = Path.Combine(RepositoryFolder(), "module", "samples", "morning-ride.fit");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("fit"), "data_type" },
            { new ByteArrayContent(await File.ReadAllBytesAsync(sample, TestContext.Current.CancellationToken)), "file",
                "morning-ride.fit" },
        };
        using var uploaded = await http.PostAsync($"{url}/api/v3/uploads", form, TestContext.Current.CancellationToken);

        Assert.Equal("Morning Climb", (await JsonAsync("segments/229781")).GetProperty("name").GetString());
        Assert.Equal(1, (await JsonAsync("segments/229781/leaderboard")).GetProperty("entry_count").GetInt32());
        Assert.Equal(1, (await JsonAsync("segments/229781/all_efforts")).GetArrayLength());
        Assert.Equal(3, (await JsonAsync("athlete/activities"))[0].GetProperty("achievement_count").GetInt32());
        Assert.Equal(182, (await JsonAsync("routes/12345")).GetProperty("elevation_gain").GetDouble());
        Assert.Equal("member", (await JsonAsync("clubs/1")).GetProperty("membership").GetString());
        fake.StandardInput.Close();
        await EndAsync(fake);

        async Task<JsonElement> JsonAsync(string path) =>
            JsonElement.Parse(await http.GetStringAsync(new Uri($"{url}/api/v3/{path}"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Environment_does_not_change_the_address_or_the_headers()
    {
        var start = StartInfo("--exit-with-stdin");
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.2:0";
        start.Environment["ASPNETCORE_PREFERHOSTINGURLS"] = "true";
        start.Environment["Kestrel__AddServerHeader"] = "true";
        start.Environment["Kestrel__Limits__MaxRequestBodySize"] = "1";
        using var fake = Process.Start(start)!;
        var url = JsonElement.Parse((await ReadLineAsync(fake))!).GetProperty("url").GetString()!;
        using var http = new HttpClient();

        using var answer = await http.PostAsync(
            $"{url}/oauth/token", new FormUrlEncodedContent([new("client_id", "1")]), TestContext.Current.CancellationToken);

        Assert.StartsWith("http://127.0.0.1:", url, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Server"));
        fake.StandardInput.Close();
        await EndAsync(fake);
    }

    [Fact]
    public async Task Program_exits_with_the_process_it_watches()
    {
        using var watched = Start("--exit-with-stdin");
        await ReadLineAsync(watched);
        using var fake = Start("--exit-with-process", $"{watched.Id}");
        await ReadLineAsync(fake);

        watched.StandardInput.Close();

        Assert.Equal(0, (await EndAsync(fake)).ExitCode);
    }

    [Fact]
    public async Task Program_exits_with_0_on_SIGTERM()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var fake = Start();
        await ReadLineAsync(fake);

        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {fake.Id}"]);

        Assert.Equal((0, "", ""), await EndAsync(fake));
    }

    [Fact]
    public async Task Program_that_watches_a_process_ignores_Ctrl_C()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send.");
        using var fake = Start("--exit-with-stdin");
        var url = JsonElement.Parse((await ReadLineAsync(fake))!).GetProperty("url").GetString();

        using var kill = Process.Start("/bin/sh", ["-c", $"kill -INT {fake.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{url}/api/v3/athlete?access_token=fake-access-token"));
        fake.StandardInput.Close();
        await EndAsync(fake);
    }

    [Fact]
    public async Task World_that_is_not_valid_is_one_line_and_exit_code_2()
    {
        var world = Path.GetTempFileName();
        await File.WriteAllTextAsync(world, """{"athletes":[{"firstNam":"Ada"}]}""", TestContext.Current.CancellationToken);
        using var fake = Start("--world", world);

        var (code, output, error) = await EndAsync(fake);

        File.Delete(world);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("'/athletes/0/firstNam'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_in_use_is_one_line_and_exit_code_2()
    {
        await using var server = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var fake = Start("--port", $"{server.BaseUri.Port}");

        var (exitCode, output, error) = await EndAsync(fake);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Matches($@"\Afake-strava: [^\n]*{server.BaseUri.Port}[^\n]*in use[^\n]*\n\z", error);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "99999")]
    [InlineData("--processing", "sometimes")]
    [InlineData("--duplicate-text", "bold")]
    [InlineData("--profile", "old")]
    [InlineData("--seed", "-1")]
    [InlineData("--first-id", "0")]
    [InlineData("--exit-with-process", "2147483647")]
    [InlineData("--place", "Oakland")]
    [InlineData("--place", "Oakland,37.8,west,5000")]
    [InlineData("--time-zone", "Atlantis/Capital")]
    [InlineData("--public-url", "https://www.strava.com/api")]
    [InlineData("--nonsense")]
    public async Task Invalid_argument_is_named_in_one_line_with_exit_code_2(params string[] arguments)
    {
        using var fake = Start(arguments);

        var (exitCode, output, error) = await EndAsync(fake);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Matches($@"\Afake-strava: [^\n]*{arguments[0]}[^\n]*\n\z", error);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        using var fake = Start("--help");

        var (exitCode, output, _) = await EndAsync(fake);

        Assert.Equal(0, exitCode);
        string[] options =
        [
            "--port", "--processing", "--duplicate-text", "--partner", "--profile", "--api-at-root", "--public-url", "--no-limits",
            "--seed", "--first-id", "--token", "--upgraded-limits", "--inactive-application", "--time-zone", "--world",
            "--exit-with-stdin", "--exit-with-process",
        ];
        Assert.All(options, option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    /// <summary>
    /// The program watches this process and stops with it, even if the test fails. If an option is given twice, the last one counts.
    /// </summary>
    private static Process Start(params string[] arguments) => Process.Start(StartInfo(arguments))!;

    private static ProcessStartInfo StartInfo(params string[] arguments) =>
        new("dotnet", [typeof(FakeStravaServer).Assembly.Location, "--exit-with-process", $"{Environment.ProcessId}", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StravaTools.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static async Task<string?> ReadLineAsync(Process process) => await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    /// <summary>The exit code and the output that was not read before.</summary>
    private static async Task<(int ExitCode, string Output, string Error)> EndAsync(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }

        return (process.ExitCode, await output, (await error).ReplaceLineEndings("\n"));
    }

    private static async Task<HttpStatusCode> StatusAsync(string url)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(url);
        return response.StatusCode;
    }
}
