using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>
/// The findings of all rules in real files. Each line was verified with expected.jsonl or the text of the file. A file that is not listed
/// breaks no rule.
/// </summary>
public sealed class CorpusFindingsTests
{
    /// <summary>The newest file is from February 2026.</summary>
    private static readonly ValidationOptions Options = new() { Now = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero) };

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        // Times that count from when the device was switched on, and the TCX that was made from one of the files.
        ["fit/dtcooper_python-fitparse__compressed-speed-distance.fit"] = "GEN0204x755",
        ["fit/roznet_connectstats__activity_217470507.fit"] = "GEN0204x21",
        ["tcx/roznet_connectstats__activity_217470507.tcx"] = "GEN0204x22 TCX0116x1",

        // Snorkeling, which Strava does not have; the category "unknown" of OpenTracks.
        ["fit/jimmykane_fit-parser__snorkeling-unknown-sport.fit"] = "FIT0116x1",
        ["gpx/OpenTracksApp_OpenTracks__gpx_timezone.gpx"] = "GPX0118x1",

        // Not an activity, damaged, or without times.
        ["fit/Daniel-Vitanza_Garmin-Strength-Training-Fit-File-Generator__FullBody_-_Beginner_-_A_workout.fit"] = "FIT0105x1",
        ["fit/dtcooper_python-fitparse__Settings2.fit"] = "FIT0105x1",
        ["fit/dtcooper_python-fitparse__strava-android-app-201.10-b1218918.fit"] = "FIT0101x1 FIT0104x1",
        ["fit/mhballin_liftosaur-garmin-uploader__liftosaur_20260205_1142.fit"] = "FIT0104x1",
        ["gpx/node-strava_node-strava-v3__gpx_sample.gpx"] = "GPX0107x261",
        ["gpx/placemark_togeojson__bad.gpx"] = "GPX0105x2 GPX0105x2",
        ["gpx/placemark_togeojson__empty_trk.gpx"] = "GPX0103x1",
        ["gpx/tkrajina_gpxgo__graphhopper.gpx.gz"] = "GPX0102x149",
        ["gpx/tkrajina_gpxgo__iso8859-1encoded.gpx"] = "GPX0103x1 GPX0109x1 GPX0111x8",
        ["gpx/tkrajina_gpxpy__cerknicko-without-times.gpx"] = "GPX0102x291 GPX0109x1 GPX0112x1",
        ["gpx/tkrajina_gpxpy__route.gpx"] = "GPX0103x1 GPX0109x1 GPX0111x55",
        ["tcx/placemark_togeojson__bad.tcx"] = "TCX0105x2 TCX0105x1",
        ["tcx/sanderroosendaal_rowingdata__faketcx.tcx"] = "GEN0102x1",

        // Three traces from different years in one file; 58 points belong to one of them.
        ["gpx/placemark_togeojson__osm.gpx"] = "GEN0202x57 GEN0203x1 GEN0206x57 GPX0102x245 GPX0109x1",

        // No namespace; pauses marked by latitude 100; Apple's accuracies, which Strava does not read.
        ["gpx/georust_gpx__wahoo_example.gpx"] = "GPX0109x1",
        ["gpx/OpenTracksApp_OpenTracks__legacy_gpx_pause_resume.gpx"] = "GPX0106x2 GPX0118x1",
        ["gpx/placemark_togeojson__apple_watch_route.gpx"] = "GPX0114x44 GPX0114x44 GPX0114x44",

        // A rowing program that counts the distance of each lap from 0.
        ["tcx/sanderroosendaal_rowingdata__crewnerddata.tcx.gz"] =
            "GEN0403x2 TCX0112x1 TCX0114x3367 TCX0114x3367 TCX0114x3367 TCX0114x3367 TCX0116x1",

        // A start in the year 52870; a heart rate "undefined" next to its Value; the sport Other.
        ["tcx/sanderroosendaal_rowingdata__painsled.tcx"] = "TCX0108x1 TCX0114x1 TCX0114x1",
        ["tcx/sanderroosendaal_rowingdata__recover.tcx"] = "TCX0116x1",
    };

    public static TheoryData<string> Fit => Corpus.Entries("fit");

    public static TheoryData<string> Gpx => Corpus.Entries("gpx");

    public static TheoryData<string> Tcx => Corpus.Entries("tcx");

    [Theory]
    [MemberData(nameof(Fit))]
    [MemberData(nameof(Gpx))]
    [MemberData(nameof(Tcx))]
    public void Real_files_have_no_false_alarms(string path)
    {
        var file = ActivityFile.FromBytes(Path.GetFileName(path), Corpus.Read(path));

        var findings = ActivityValidator.Validate(file, Options, TestContext.Current.CancellationToken).Findings
            .Select(finding => $"{finding.RuleId}x{finding.Count}")
            .OrderBy(text => text[..7], StringComparer.Ordinal);

        Assert.Equal(Known.GetValueOrDefault(path, ""), string.Join(' ', findings));
    }

    /// <summary>People do not read a rule that most files break. The corpus was selected for its oddities.</summary>
    [Fact]
    public void Each_warning_is_rare_in_valid_files()
    {
        Corpus.Require();
        var reports = Fit.Concat(Gpx).Concat(Tcx)
            .Select(row => ActivityFile.FromBytes(Path.GetFileName(row.Data), Corpus.Read(row.Data)))
            .Select(file => ActivityValidator.Validate(file, Options, TestContext.Current.CancellationToken))
            .Where(report => report.IsValid)
            .ToList();
        var warnings = reports.SelectMany(report => report.Findings.Where(finding => finding.Severity == Severity.Warning)
            .Select(finding => finding.RuleId).Distinct(StringComparer.Ordinal)).CountBy(id => id);
        var files = reports.Count(report => report.Findings.Any(finding => finding.Severity == Severity.Warning));

        TestContext.Current.TestOutputHelper!.WriteLine($"{files} of {reports.Count}: {string.Join(", ", warnings)}");
        Assert.All(warnings, warning => Assert.InRange(warning.Value, 0, reports.Count * 0.15));
        Assert.InRange(files, 0, reports.Count * 0.15);
    }

    [Fact]
    public async Task Findings_contain_the_path_of_their_file()
    {
        var path = RepositoryFiles.PathOf("module", "samples", "planned-route.gpx");
        var file = await ActivityFile.ReadAsync(path, TestContext.Current.CancellationToken);
        var report = ActivityValidator.Validate(file, TestContext.Current.CancellationToken);

        Assert.All(report.Findings, finding => Assert.Equal(path, finding.Path));
        Assert.Equal("a.gpx", Text.Validate("a.gpx", "").Findings[0].Path);
        Assert.Equal("a.gpx", Text.File("a.gpx", "").ReadContent(TestContext.Current.CancellationToken).Findings[0].Path);
        var seen = new SeenActivities(ValidationOptions.Default);
        seen.CheckForDuplicate(report, file.Sha256);
        Assert.Equal(path, seen.CheckForDuplicate(report, file.Sha256).Finding("GEN0601").Path);
    }

    [Theory]
    [InlineData("evening-run.gpx.gz", "")]
    [InlineData("lunch-walk.tcx", "")]
    [InlineData("morning-ride.fit", "")]
    [InlineData("strength-workout.json", "")]
    [InlineData("planned-route.gpx", "GPX0102")]
    public async Task Samples_have_the_intended_findings(string name, string expected)
    {
        var file = await ActivityFile.ReadAsync(RepositoryFiles.PathOf("module", "samples", name), TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join(' ',
            ActivityValidator.Validate(file, Options, TestContext.Current.CancellationToken).Findings.Select(finding => finding.RuleId)));
    }
}
