using System.Globalization;
using StravaTools.Activities.Validation.Reports;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>Findings and reports do not depend on the culture of the session.</summary>
public sealed class CultureTests
{
    /// <summary>Arabic separators and the Umm al-Qura calendar; periods between thousands; a mark before the minus sign.</summary>
    [Theory]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Reports_of_all_rule_cases_are_the_same_bytes(string culture)
    {
        var expected = WriteReports(CultureInfo.InvariantCulture);

        var reports = WriteReports(CultureInfo.GetCultureInfo(culture));

        Assert.Equal(expected.Keys, reports.Keys);
        Assert.All(expected, report => Assert.Equal(report.Value, reports[report.Key]));
    }

    [Fact]
    public void Numbers_in_findings_have_commas_in_every_culture()
    {
        var points = string.Concat(Enumerable.Repeat("<trkpt lat=\"46\" lon=\"8\"/>", 2000));
        var file = Text.File("a.gpx",
            $"<gpx version=\"1.1\" creator=\"a\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>{points}</trkseg></trk></gpx>");

        var finding = InCulture(CultureInfo.GetCultureInfo("de-DE"), () => Text.Validate(file).Finding("GPX0102"));

        Assert.Equal("2,000 of 2,000 points have no time.", finding.What);
    }

    private static SortedDictionary<string, string> WriteReports(CultureInfo culture) => InCulture(culture, () =>
    {
        List<ActivityFileReport> reports =
            [.. RuleCases.All.SelectMany(known => new[] { known.Breaks, known.Keeps }).Select(RuleCases.Validate)];
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var format in ReportFormat.All)
        {
            using var stream = new MemoryStream();
            format.WriteReport(stream, reports);
            texts[format.Extension] = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        }

        texts["findings"] = string.Join('\n', reports.SelectMany(report => report.Findings));
        return texts;
    });

    private static T InCulture<T>(CultureInfo culture, Func<T> work)
    {
        var (before, beforeUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUI);
        }
    }
}
