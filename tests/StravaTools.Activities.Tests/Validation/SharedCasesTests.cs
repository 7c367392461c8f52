using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>
/// Small inputs from public bug reports (shared/cases next to the repository), with the correct results from its README. Each kind has its
/// own tests with files of the repository; these tests use the reported files.
/// </summary>
public sealed class SharedCasesTests
{
    [Theory]
    [InlineData("gpx_ent_nbsp.gpx", "GPX0101")]
    [InlineData("gpx2_entity_ele.gpx", "GPX0101")]
    [InlineData("ent_many.gpx", "GPX0101")]
    [InlineData("z_js_sets_has_null.json", "JSN0103")]
    public void File_that_is_not_valid_has_one_error(string name, string ruleId)
    {
        var report = Text.Validate(Read(name));

        Assert.Equal(ruleId, Assert.Single(report.Findings.Where(finding => finding.Severity == Severity.Error)
            .Select(finding => finding.RuleId).Distinct(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("gpx2_all_no_latlon.gpx", "GPX0116")]
    [InlineData("gpx_unsorted.gpx", "GEN0201")]
    [InlineData("gpx2_name_last.gpx", "")]
    [InlineData("gpx_time_24h.gpx", "")]
    [InlineData("z_gpx_ext_upper.gpx", "")]
    [InlineData("tcx_watts_lower.tcx", "")]
    [InlineData("y_tcx_hr_text.tcx", "TCX0113")]
    [InlineData("z_tcx_total_ms.tcx", "GEN0501 GEN0503")]
    [InlineData("gen0501.tcx", "GEN0501")]
    [InlineData("alt_nan.tcx", "TCX0115")]
    [InlineData("fit_trailing_zeros.fit", "")]
    [InlineData("fit_multi_lap_nostart.fit", "")]
    [InlineData("gz_trailing_garbage.gpx.gz", "GEN0109")]
    [InlineData("z_js_streams_neg.json", "JSN0110 GEN0401")]
    public void Usable_file_is_valid_with_at_most_the_warning_of_its_fault(string name, string ruleIds)
    {
        var report = Text.Validate(Read(name));

        Assert.True(report.IsValid, string.Join(Environment.NewLine, report.Findings));
        Assert.Equal(ruleIds, string.Join(' ', report.Findings.Where(finding => finding.Severity == Severity.Warning)
            .Select(finding => finding.RuleId).Distinct(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("gpx_unsorted.gpx", 4)]
    [InlineData("gen0501.tcx", 9)]
    public void Start_and_elapsed_time_come_from_the_points(string name, int seconds)
    {
        var report = Text.Validate(Read(name));

        Assert.Equal(TimeSpan.FromSeconds(seconds), report.ElapsedTime);
        Assert.Equal(new DateTimeOffset(2025, 6, 14, 6, 30, 0, TimeSpan.Zero), report.StartTime);
    }

    [Fact]
    public void Values_are_read_in_the_case_of_the_document()
    {
        var run = Activities("tcx_watts_lower.tcx")[0].Streams;
        var ride = Activities("z_gpx_ext_upper.gpx")[0].Streams;

        Assert.All(run.Power.Zip(run.Cadence), values => Assert.Equal((195f, 80f), values));
        Assert.All(ride.Power.Zip(ride.HeartRate, ride.Cadence), values => Assert.Equal((200f, 140f, 80f), values));
    }

    [Fact]
    public void Power_in_a_developer_field_is_read()
    {
        var power = Activities("fit_dev_power_native7.fit")[0].Streams.Power;

        Assert.Equal((250f, 279f), (power.Min(), power.Max()));
    }

    [Fact]
    public void Lap_without_start_is_in_its_session() =>
        Assert.All(Activities("fit_multi_lap_nostart.fit"), activity => Assert.Single(activity.Laps));

    [Fact]
    public void Repair_keeps_the_creator()
    {
        var result = ActivityRepair.Repair(Read("creator_nuls.tcx"), TestContext.Current.CancellationToken);

        Assert.Equal([ActivityRepairKind.CutBack], result.Repairs.Select(repair => repair.Kind));
        Assert.Contains("with barometer", Activities(ActivityFile.FromBytes("a.tcx", result.Bytes))[0].Creator, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Activity> Activities(string name) => Activities(Read(name));

    private static IReadOnlyList<Activity> Activities(ActivityFile file) =>
        file.ReadContent(TestContext.Current.CancellationToken).Activities;

    private static ActivityFile Read(string name)
    {
        Corpus.Require();
        var path = Path.Combine(Corpus.Root!, "..", "cases", name);
        Assert.SkipUnless(File.Exists(path), "The reported files (shared/cases beside the repository) are absent.");
        return ActivityFile.FromBytes(name, File.ReadAllBytes(path));
    }
}
