using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;

namespace StravaTools.MSBuild.Tests;

/// <summary>The tasks for Decathlon's photos and thumbnails, in real builds against the fake.</summary>
[TimeLimit(180)]
public sealed class DecathlonTasksTests : IDisposable
{
    private const string ActivityId = "eu2a8ff4b670340f5144";

    /// <summary>A PowerShell parameter, or a cmdlet that is not the login.</summary>
    private const string ParameterOrCmdlet = @" -[A-Z]|\b(Send|Get|Test|Add|Set|Start|Repair)-[A-Z]";

    private readonly Build _build = new();

    public DecathlonTasksTests()
    {
        foreach (var name in new[] { "DECATHLON_API_KEY", "DECATHLON_ACCESS_TOKEN", "DECATHLON_BASE_URI" })
        {
            _build.Environment[name] = null;
        }

        // Never the tokens of the user who runs the tests.
        _build.Environment["STRAVATOOLS_TOKEN_STORE"] = Path.Combine(_build.Folder, "tokens");
    }

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task Pictures_are_stored_added_and_set_as_thumbnail_with_a_fake_of_the_build()
    {
        _build.AddSample("finish.jpg");
        _build.AddSample("lunch-walk.tcx");

        var output = await _build.RunAsync($"""
            <StartFakeStrava UseAsDefault="true" />
            <SendDecathlonFile Files="finish.jpg;lunch-walk.tcx" RemoveLocation="true">
            <Output TaskParameter="Stored" ItemName="Stored" /></SendDecathlonFile>
            <Message Importance="high" Text="stored %(Stored.Identity): %(Stored.ContentType) %(Stored.Url)" />
            <ItemGroup><Photo Include="@(Stored)" Condition="'%(Stored.ContentType)' == 'image/jpeg'" />
            <Photo Include="finish.jpg" Again="true" /></ItemGroup>
            <AddDecathlonPhoto ActivityId="{ActivityId}" Photos="@(Photo)">
            <Output TaskParameter="Added" ItemName="Added" /></AddDecathlonPhoto>
            <Message Importance="high" Text="added: @(Added->Count())" />
            <SetDecathlonThumbnail ActivityId="{ActivityId}" PhotoPath="finish.jpg" SaveCurrentTo="old.jpg">
              <Output TaskParameter="Thumbnail" PropertyName="New" /><Output TaskParameter="PreviousThumbnail" PropertyName="Old" />
            </SetDecathlonThumbnail>
            <Message Importance="high" Text="thumbnail: $(Old) $(New)" />
            """);

        Assert.Equal(0, output.ExitCode);
        output.AssertHas("stored finish.jpg: image/jpeg http://127.0.0.1:");
        output.AssertHas("stored lunch-walk.tcx: application/vnd.garmin.tcx+xml http://127.0.0.1:");
        output.AssertHas("added: 2");
        Assert.Matches($@"thumbnail: \S+/maps/{ActivityId}\.jpg \S+/files/[0-9a-f]{{40}}", output.Text);
        Assert.Equal(0xFF,
            (await File.ReadAllBytesAsync(Path.Combine(_build.Folder, "old.jpg"), TestContext.Current.CancellationToken))[0]);
    }

    [Theory]
    [Clause("DE-005")]
    [InlineData(299_999, false)]
    [InlineData(300_000, true)]
    public async Task Thumbnail_of_300_kB_or_more_is_a_warning(int size, bool isLarge)
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);
        await File.WriteAllBytesAsync(Path.Combine(_build.Folder, "a.jpg"), TestPictures.JpegOfSize(size),
            TestContext.Current.CancellationToken);

        var output = await _build.RunAsync($"""<SetDecathlonThumbnail ActivityId="{ActivityId}" PhotoPath="a.jpg" />""");

        Assert.Equal(0, output.ExitCode);
        Assert.Equal(isLarge, output.Text.Contains("warning DecathlonThumbnailLarge:", StringComparison.Ordinal));
        Assert.Equal(size, Assert.Single(fake.Decathlon.StoredFiles).Bytes.Length);
    }

    [Fact]
    public async Task Invalid_file_is_an_error_with_its_code_and_the_rest_is_stored_and_no_secret_is_logged()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.AddSample("finish.jpg");
        _build.Add("text.jpg", "no picture");

        var output = await _build.RunAsync(
            $"""<AddDecathlonPhoto ActivityId="{ActivityId}" Photos="text.jpg;finish.jpg" ContinueOnError="ErrorAndContinue" />""",
                "-verbosity:detailed");

        Assert.Equal(1, output.ExitCode);
        output.AssertHas("text.jpg : error PictureNotJpeg: 'text.jpg' is not a picture");
        Assert.Single(fake.Decathlon.Activity(ActivityId).Images);
        foreach (var secret in new[] { fake.Decathlon.ApiKey, fake.Decathlon.AccessToken })
        {
            // MSBuild itself lists its environment; our tasks add nothing.
            Assert.Equal(output.Text.Split(secret).Length - 1, output.Lines.Count(
                line => line.StartsWith("DECATHLON_", StringComparison.Ordinal) && line.Contains(secret, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("""<SetDecathlonThumbnail ActivityId="eu1" />""", "DecathlonThumbnailMissing")]
    [InlineData("""<SetDecathlonThumbnail ActivityId="eu1" Url="https://example.com/" NoSave="true" SaveCurrentTo="a.jpg" />""",
        "DecathlonSavingTwice")]
    [InlineData("""<SetDecathlonThumbnail ActivityId="eu1" Url="https://example.com/" />""", "DecathlonNotFound")]
    [InlineData("""<SendDecathlonFile Files="missing.jpg" />""", "FileNotFound")]
    [InlineData("""<SendDecathlonFile Files="a" ApiKeyVariable="NONE" />""", "NoDecathlonApiKey")]
    [InlineData("""<SendDecathlonFile Files="a" AccessTokenVariable="NONE" />""", "DecathlonNotConnected")]
    public async Task Invalid_input_is_an_error_with_its_code_in_terms_of_properties(string task, string code)
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);

        var output = await _build.RunAsync(task);

        Assert.Equal(1, output.ExitCode);
        output.AssertHas($"error {code}:");
        Assert.DoesNotMatch(ParameterOrCmdlet, output.Text);
    }

    [Theory]
    [InlineData("""<SendDecathlonFile Files="a.heic" ConvertToJpeg="true" />""")]
    [InlineData("""<AddDecathlonPhoto ActivityId="eu1" Photos="a.heic" ConvertToJpeg="true" />""")]
    [InlineData("""<SetDecathlonThumbnail ActivityId="eu1" PhotoPath="a.heic" ConvertToJpeg="true" />""")]
    public async Task Heic_picture_is_an_error_that_says_what_to_do(string task)
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.Add("a.heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[100]]);

        var output = await _build.RunAsync(task);

        Assert.Equal(1, output.ExitCode);
        output.AssertHas("error PictureHeic:");
        output.AssertHas("magick picture.heic picture.jpg");
    }

    [Theory]
    [InlineData("""<SendDecathlonFile Files="a.png" ConvertToJpeg="true" />""")]
    [InlineData("""<AddDecathlonPhoto ActivityId="eu1" Photos="a.png" ConvertToJpeg="true" />""")]
    [InlineData("""<SetDecathlonThumbnail ActivityId="eu1" PhotoPath="a.png" ConvertToJpeg="true" Resize="true" NoSave="true" />""")]
    public async Task Png_picture_is_converted(string task)
    {
        await using var fake = await FakeStravaServer.StartAsync(
            new FakeStravaOptions { Decathlon = new FakeDecathlonOptions { Activities = [new FakeDecathlonActivity { Id = "eu1" }] } },
            TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.Add("a.png", TestPictures.NoisyPng(900, 700));

        var output = await _build.RunAsync(task);

        Assert.Equal(0, output.ExitCode);
        Assert.DoesNotContain(output.Lines, line => line.Contains("warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Existing_file_is_overwritten_by_the_old_thumbnail_only_if_Overwrite_is_set()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        UseFake(fake);
        _build.AddSample("finish.jpg");
        _build.Add("precious.jpg", "the user's own");
        var precious = Path.Combine(_build.Folder, "precious.jpg");
        var task = $"""<SetDecathlonThumbnail ActivityId="{ActivityId}" PhotoPath="finish.jpg" SaveCurrentTo="precious.jpg" """
            + """Overwrite="$(Replace)" />""";

        var refused = await _build.RunAsync(task);

        Assert.Equal(1, refused.ExitCode);
        Assert.Matches(
            @"error FileExists: '\S.*precious\.jpg' already exists\. Use another path, or set Overwrite to true\.",
            refused.Text);
        Assert.Equal("the user's own", await File.ReadAllTextAsync(precious, TestContext.Current.CancellationToken));
        Assert.Empty(fake.Decathlon.StoredFiles);

        var replaced = await _build.RunAsync(task, "-p:Replace=true");

        Assert.Equal(0, replaced.ExitCode);
        Assert.Equal(0xFF, (await File.ReadAllBytesAsync(precious, TestContext.Current.CancellationToken))[0]);
    }

    private void UseFake(FakeStravaServer fake)
    {
        _build.Environment["DECATHLON_BASE_URI"] = fake.BaseUri.ToString();
        _build.Environment["DECATHLON_API_KEY"] = fake.Decathlon.ApiKey;
        _build.Environment["DECATHLON_ACCESS_TOKEN"] = fake.Decathlon.AccessToken;
    }
}
