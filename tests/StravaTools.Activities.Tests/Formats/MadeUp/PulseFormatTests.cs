using System.Text;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Formats.MadeUp;

/// <summary>A new format is one class and one registration: everything else works with it.</summary>
public sealed class PulseFormatTests
{
    private const string Complete = "PULSE sprint 2025-06-14T06:30:00Z\n120\n121\n122\n.";

    private static readonly PulseFormat Pulse = new();

    private static readonly ActivityFormatRegistry Registry = new([.. ActivityFormatRegistry.Default.Formats, Pulse]);

    [Fact]
    public void File_is_detected_and_read()
    {
        var file = MakeFile("run.pulse", Complete);

        var activity = Assert.Single(file.ReadContent(TestContext.Current.CancellationToken).Activities);

        Assert.Equal((PulseFormat.Id, "pulse", "Pulse"), (file.Format, file.DataType, file.FormatInfo?.DisplayName));
        Assert.Equal([120f, 121f, 122f], activity.Streams.HeartRate);
        Assert.Equal("Run", activity.SportType?.Name);
    }

    [Fact]
    public void Other_formats_are_detected_as_before()
    {
        var file = MakeFile("a.gpx", "<gpx/>");

        Assert.Equal(ActivityFileFormat.Gpx, file.Format);
        Assert.Null(ActivityFile.FromBytes("run.pulse", Encoding.UTF8.GetBytes(Complete)).Format);
    }

    [Fact]
    public void Gzipped_file_gets_the_gzipped_data_type() =>
        Assert.Equal("pulse.gz", ActivityFile.FromBytes("run.pulse.gz", Text.Gzip(Complete), Registry).DataType);

    [Theory]
    [InlineData(Complete, "")]
    [InlineData("PULSE jog 2025-06-14T06:30:00Z\n120\n121", "PLS0101 line 3")]
    [InlineData("PULSE jog 2025-06-14T06:30:00Z\n120\n.", "PLS0102 line 2")]
    public void File_is_checked_by_the_rules_of_its_format(string text, string expected)
    {
        var report = Validate(MakeFile("run.pulse", text));

        Assert.Equal(expected, string.Join(", ", report.Findings.Select(finding => $"{finding.RuleId} line {finding.Line}")));
    }

    [Fact]
    public void File_is_checked_by_the_general_rules()
    {
        var report = Validate(MakeFile("run.gpx", "PULSE jog 1999-06-14T06:30:00Z\n120\n121\n."));

        Assert.Equal(["GEN0106", "GEN0204"], report.Findings.Select(finding => finding.RuleId));
        Assert.Contains("is called .gpx but contains PULSE", report.Findings[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_in_the_catalogue_with_their_format()
    {
        var added = Registry.Rules.Except(ActivityFileRules.All).ToList();

        Assert.Equal(["PLS0101", "PLS0102"], added.Select(rule => rule.Id));
        Assert.All(added, rule => Assert.Equal(PulseFormat.Id, rule.Format));
    }

    [Fact]
    public void Activity_is_written_and_read_back()
    {
        var activity = MakeFile("run.pulse", Complete).ReadContent(TestContext.Current.CancellationToken).Activities[0];
        using var written = new MemoryStream();

        ActivityWriter.Write(written, Pulse, [activity], gzip: false, TestContext.Current.CancellationToken);

        Assert.Equal(Complete.Replace("sprint", "jog", StringComparison.Ordinal), Encoding.UTF8.GetString(written.ToArray()));
        Assert.Throws<ActivityWriteException>(
            () => ActivityWriter.Write(written, Pulse, [], gzip: false, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Losses_follow_from_the_parts_and_sports_of_the_format()
    {
        var activity = new Activity { SportType = SportType.Parse("Swim"), Laps = [new Lap(DateTimeOffset.UnixEpoch, null, null, null)] };

        Assert.Equal(["1 lap", "the sport type Swim"], WriteLosses.DescribeLosses(Pulse, activity));
    }

    [Fact]
    public void File_is_repaired_once()
    {
        var file = MakeFile("run.pulse", "PULSE jog 2025-06-14T06:30:00Z\n120\n121");

        var result = ActivityRepair.Repair(file, TestContext.Current.CancellationToken);
        var again = ActivityRepair.Repair(ActivityFile.FromBytes("run.pulse", result.Bytes, Registry),
            TestContext.Current.CancellationToken);

        Assert.Equal("The full stop was added.", Assert.Single(result.Repairs).Message);
        Assert.Empty(result.Report.Findings);
        Assert.Empty(again.Repairs);
    }

    private static ActivityFile MakeFile(string name, string text) => ActivityFile.FromBytes(name, Encoding.UTF8.GetBytes(text), Registry);

    private static ActivityFileReport Validate(ActivityFile file) =>
        ActivityValidator.Validate(file, TestContext.Current.CancellationToken);
}
