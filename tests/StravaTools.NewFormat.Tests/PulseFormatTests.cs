using System.IO.Compression;
using System.Text;
using StravaTools.Activities;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;
using StravaTools.Activities.Pages;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Authorization;
using StravaTools.NewFormat.Tests.Pulse;
using StravaTools.Sync;
using StravaTools.Sync.Model;

namespace StravaTools.NewFormat.Tests;

/// <summary>A new format is one folder and one registration. The public API of all libraries works with it, unchanged.</summary>
public sealed class PulseFormatTests : IDisposable
{
    private const string Complete = "PULSE sprint 2025-06-14T06:30:00Z\n120\n121\n122\n.";
    private const string Truncated = "PULSE jog 2025-06-14T06:30:00Z\n120\n121";
    private const string Short = "PULSE jog 2025-06-14T06:30:00Z\n120\n.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stravatools-pulse-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task File_is_detected_and_read()
    {
        var file = await ActivityFile.ReadAsync(WriteFile("run.pulse", Complete), Cancellation);

        var activity = Assert.Single(file.ReadContent(Cancellation).Activities);

        Assert.Equal((PulseFormat.Id, "pulse", "Pulse"), (file.Format, file.DataType, file.FormatInfo?.DisplayName));
        Assert.Equal([120f, 121f, 122f], activity.Streams.HeartRate);
        Assert.Equal("Run", activity.SportType?.Name);
    }

    [Fact]
    public void Other_formats_are_detected_as_before() => Assert.Equal(ActivityFileFormat.Gpx, MakeFile("a.gpx", "<gpx/>").Format);

    [Fact]
    public void Gzipped_file_gets_the_gzipped_data_type() =>
        Assert.Equal("pulse.gz", ActivityFile.FromBytes("run.pulse.gz", Compress(Complete)).DataType);

    [Theory]
    [InlineData("RUN.PULSE.GZ")]
    [InlineData("run.pulse")]
    public void Extension_selects_the_format(string name) => Assert.Equal(PulseFormat.Id, ActivityFileFormats.FromFileName(name)?.Format);

    [Theory]
    [InlineData(Complete, "")]
    [InlineData(Truncated, "PLS0101 line 3")]
    [InlineData(Short, "PLS0102 line 2")]
    [InlineData("PULSE jog", "PLS0103 line 1")]
    public void File_is_checked_by_the_rules_of_its_format(string text, string expected)
    {
        var report = ActivityValidator.Validate(MakeFile("run.pulse", text), Cancellation);

        Assert.Equal(expected, string.Join(", ", report.Findings.Select(finding => $"{finding.RuleId} line {finding.Line}")));
    }

    [Fact]
    public void File_is_checked_by_the_general_rules()
    {
        var report = ActivityValidator.Validate(MakeFile("run.gpx", "PULSE jog 1999-06-14T06:30:00Z\n120\n121\n."), Cancellation);

        Assert.Equal(["GEN0106", "GEN0204"], report.Findings.Select(finding => finding.RuleId));
        Assert.Contains("is called .gpx but contains PULSE", report.Findings[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_in_the_catalog_with_their_format()
    {
        var rules = ActivityFileRules.FindByPattern("PLS*").ToList();

        Assert.Equal(["PLS0101", "PLS0102", "PLS0103"], rules.Select(rule => rule.Id));
        Assert.All(rules, rule => Assert.Equal(PulseFormat.Id, rule.Format));
    }

    [Theory]
    [InlineData("report.sarif")]
    [InlineData("report.xml")]
    [InlineData("report.html")]
    public async Task Report_contains_the_findings(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        var checks = new FileChecks(new ValidationOptions { IncludedRules = ["PLS*"] }, path);
        var results = checks.CheckAsync([WriteFile("a.pulse", Truncated), WriteFile("b.pulse", Complete)], Cancellation);

        Assert.Equal([1, 0], await results.Select(result => result.Report!.Findings.Count).ToListAsync(Cancellation));
        checks.WriteReport(_folder.FullName);

        Assert.Contains("PLS0101", await File.ReadAllTextAsync(path, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_shows_the_sport_and_the_heart_rate()
    {
        var file = MakeFile("run.pulse", Complete);
        using var page = new MemoryStream();

        ActivityPage.WritePage(
            page, file, file.ReadContent(Cancellation), ActivityValidator.Validate(file, Cancellation), new ActivityPageOptions());

        var text = Encoding.UTF8.GetString(page.ToArray());
        Assert.Contains("<bdi>Run</bdi>", text, StringComparison.Ordinal);
        Assert.Contains("Heart rate", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Activity_is_written_and_read_back(bool gzip)
    {
        var activity = MakeFile("run.pulse", Complete).ReadContent(Cancellation).Activities[0];
        using var written = new MemoryStream();

        ActivityWriter.Write(written, PulseFormat.Id, activity, gzip, Cancellation);

        var file = ActivityFile.FromBytes("run.pulse", written.ToArray());
        Assert.Equal(gzip, file.IsGzip);
        Assert.Equal(Complete.Replace("sprint", "jog", StringComparison.Ordinal), Encoding.UTF8.GetString(file.Content.Span));
    }

    [Fact]
    public void Activity_that_the_format_cannot_store_is_not_written()
    {
        using var written = new MemoryStream();

        Assert.Throws<ActivityWriteException>(
            () => ActivityWriter.Write(written, PulseFormat.Id, new Activity(), cancellationToken: Cancellation));
        Assert.Equal(0, written.Length);
    }

    [Fact]
    public void Losses_follow_from_the_parts_and_sports_of_the_format()
    {
        var activity = new Activity { SportType = SportType.Parse("Swim"), Laps = [new Lap(DateTimeOffset.UnixEpoch, null, null, null)] };

        Assert.Equal(["1 lap", "the sport type Swim"], ActivityWriter.LossesOf(PulseFormat.Id, activity));
    }

    [Fact]
    public void File_is_repaired_once()
    {
        var result = ActivityRepair.Repair(MakeFile("run.pulse", Truncated), Cancellation);
        var again = ActivityRepair.Repair(ActivityFile.FromBytes("run.pulse", result.Bytes), Cancellation);

        Assert.Equal("The full stop was added.", Assert.Single(result.Repairs).Message);
        Assert.Empty(result.Report.Findings);
        Assert.Empty(again.Repairs);
    }

    [Theory]
    [InlineData(Complete, SyncState.Planned)]
    [InlineData("PULSE jog", SyncState.Waiting)]
    public async Task Synchronization_sends_the_file_when_it_is_complete(string text, SyncState state)
    {
        var path = WriteFile("run.pulse", text);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));
        var options = new SyncOptions { Paths = [_folder.FullName], StateFolder = Path.Combine(_folder.FullName, "state") };

        var plan = await new SyncPlanner(StravaClientOptions.DefaultBaseUri, options).PlanAsync(Cancellation);

        Assert.Equal((path, state), Assert.Single(plan.Files.Select(file => (file.Path, file.State))));
    }

    [Fact]
    public async Task Upload_becomes_an_activity()
    {
        await using var fake = await FakeStravaServer.StartAsync(
            new FakeStravaOptions { Processing = ProcessingPolicy.Immediate }, Cancellation);
        using var http = new HttpClient();
        var client = new StravaClient(
            http, new StaticAccessToken(fake.AccessToken), new StravaClientOptions { BaseUri = fake.BaseUri });

        var result = await new ActivityUploader(client).SendAsync(
            new UploadRequest { File = MakeFile("run.pulse", Complete) }, cancellationToken: Cancellation);

        Assert.Equal(UploadOutcome.Pending, result.Outcome);
        Assert.Equal("pulse", Assert.Single(fake.Uploads).DataType);
        Assert.Equal("Run", Assert.Single(fake.Activities).SportType);
    }

    private static ActivityFile MakeFile(string name, string text) => ActivityFile.FromBytes(name, Encoding.UTF8.GetBytes(text));

    private static byte[] Compress(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private string WriteFile(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
