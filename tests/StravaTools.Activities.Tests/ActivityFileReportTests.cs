using System.Globalization;
using System.Text;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests;

/// <summary>A report is small for a file of any size, and the parts of a finding are separate.</summary>
[Collection(nameof(ActivityFileReportTests))]
[CollectionDefinition(nameof(ActivityFileReportTests), DisableParallelization = true)]
public sealed class ActivityFileReportTests
{
    [Fact]
    public void Reports_do_not_keep_the_points()
    {
        const int Reports = 20, Points = 20_000, MaxBytes = 2_000_000;
        var file = MakeGpx(Points);
        _ = Text.Validate(file);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        List<ActivityFileReport> reports = [.. Enumerable.Range(0, Reports).Select(_ => Text.Validate(file))];
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.InRange(held, long.MinValue, MaxBytes);
        Assert.All(reports, report => Assert.Equal(Points, report.PointCount));
    }

    [Fact]
    public void Distance_is_that_of_the_positions()
    {
        var report = Text.Validate(MakeGpx(1001));

        // 1,000 steps of 1e-5 degrees along a meridian of a sphere with a radius of 6,371,008.8 m.
        Assert.Equal(6_371_008.8 * Math.PI / 180 * 0.01, report.Distance!.Value, 0.001);
    }

    [Fact]
    public void Message_contains_what_why_and_remedy()
    {
        var finding = Text.Validate(Text.File("empty.gpx", "")).Finding("GEN0101");
        var rule = ActivityFileRules.All.Single(rule => rule.Id == "GEN0101");

        Assert.Equal(("The file is empty.", rule.Why, rule.WhatToDo, RuleRemedy.None),
            (finding.What, finding.Why, finding.Remedy, finding.RemedyKind));
        Assert.Equal($"{finding.What} {finding.Why} {finding.Remedy}", finding.Message);
    }

    private static ActivityFile MakeGpx(int points)
    {
        var text = new StringBuilder("<gpx version=\"1.1\" creator=\"me\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>\n");
        var start = new DateTime(2025, 6, 14, 6, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < points; i++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"<trkpt lat=\"{45 + (i / 100_000.0):F5}\" lon=\"6\"><time>{start.AddSeconds(i):s}Z</time></trkpt>\n");
        }

        return Text.File("a.gpx", text.Append("</trkseg></trk></gpx>").ToString());
    }
}
