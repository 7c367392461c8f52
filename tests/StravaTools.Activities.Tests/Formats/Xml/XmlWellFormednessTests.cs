using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Formats.Gpx;
using StravaTools.Activities.Formats.Tcx;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Formats.Xml;

/// <summary>
/// GPX0101 and TCX0101 report every file that is not well-formed, and no other. <c>STRAVATOOLS_SEED</c> and <c>STRAVATOOLS_FILES</c> change
/// the generated files.
/// </summary>
public sealed partial class XmlWellFormednessTests(ITestOutputHelper output)
{
    private static readonly int Files = XmlMutations.Setting("STRAVATOOLS_FILES", 400);
    private static readonly int Seed = XmlMutations.Setting("STRAVATOOLS_SEED", 20251125);

    [Theory]
    [InlineData("<trk><name>M&nbsp;x</name></trk>")]
    [InlineData("<trk><name>&eacute;&eacute;</name></trk>")]
    [InlineData("<trk><name>a&#0;b</name></trk>")]
    [InlineData("<trk><name>a&#x1F;b</name></trk>")]
    [InlineData("<trk><trkseg><trkpt lat='4&digit;7' lon='8'/></trkseg></trk>")]
    [InlineData("<trk><trkseg><trkpt lat='47' lon='8'><ele>4&digit;00</ele></trkpt></trkseg></trk>")]
    [InlineData("<trk><trkseg><trkpt lat='47' lon='8'><time>2025-06-14T06:30:0&zero;1Z</time></trkpt></trkseg></trk>")]
    [InlineData("<x a='&nbsp;'/>")]
    [InlineData("<x a='&#0;'/>")]
    [InlineData("&nbsp;")]
    public void Undeclared_entities_and_forbidden_characters_are_reported_in_GPX(string content)
    {
        var report = Text.Validate(
            Text.File("a.gpx", $"<gpx version=\"1.1\" creator=\"x\" xmlns=\"http://www.topografix.com/GPX/1/1\">{content}</gpx>"));
        Assert.Contains(report.Findings, finding => finding.RuleId == "GPX0101");
        Assert.False(report.IsValid);
    }

    [Theory]
    [InlineData("<Notes>M&nbsp;x</Notes>")]
    [InlineData("<Lap StartTime='2025-06-14T06:30:00Z'><TotalTimeSeconds>1&zero;</TotalTimeSeconds></Lap>")]
    [InlineData("<Lap StartTime='2025-06-14T06:30:00&z;Z'/>")]
    [InlineData("<Notes>&#x8;</Notes>")]
    public void Undeclared_entities_and_forbidden_characters_are_reported_in_TCX(string content)
    {
        var text = $"<TrainingCenterDatabase><Activities><Activity Sport='Running'>{content}</Activity></Activities>"
            + "</TrainingCenterDatabase>";
        Assert.Contains(Text.Validate(Text.File("a.tcx", text)).Findings, finding => finding.RuleId == "TCX0101");
    }

    [Theory]
    [InlineData("\n<?xml version='1.0'?><gpx/>", true)]
    [InlineData(" \t\r\n<?xml version='1.0' encoding='UTF-8'?>\n<gpx/>", true)]
    [InlineData("\uFEFF\n<?xml version='1.0'?><gpx/>", true)]
    [InlineData("\n<?xml version='1.0' encoding='ISO-8859-1'?><gpx/>", true)]
    [InlineData("\n<gpx/>", false)]
    [InlineData("\n<?xml-stylesheet href='a.xsl'?><gpx/>", false)]
    [InlineData("<?xml version='1.0'?>\n\n<gpx/>", false)]
    public void White_space_before_the_declaration_is_reported(string text, bool isReported)
    {
        var findings = Text.Validate(Text.File("a.gpx", text)).Findings;

        Assert.Equal(isReported, findings.Any(finding => finding.RuleId == "GPX0101" && finding.Line >= 1));
    }

    [Fact]
    public void Text_is_not_joined_around_an_undeclared_entity()
    {
        var file = Text.File("a.gpx",
            "<gpx><trk><name>M&nbsp;x</name><trkseg><trkpt lat='47' lon='8'><ele>4&digit;00</ele></trkpt></trkseg></trk></gpx>");
        Assert.DoesNotContain(file.ReadContent(TestContext.Current.CancellationToken).Activities, activity => activity.Name == "Mx");
    }

    [Fact]
    public async Task Libxml2_agrees_on_changed_files()
    {
        RequiredTool.OnPath("xmllint");
        var folder = Directory.CreateTempSubdirectory("xmllint");
        try
        {
            var expected = await RefusedByXmllintAsync(folder.FullName);
            for (var round = 0; round < Files; round++)
            {
                var (content, isGpx) = XmlMutations.Create(Seed, round);
                var name = FileName(round);
                if (FindProblem(content, isGpx) is var problem && problem is not null != expected.Contains(name)
                    && problem?.Contains("DTD", StringComparison.Ordinal) != true)
                {
                    Assert.Fail($"Seed {Seed}, round {round}: we report {problem ?? "nothing"}, xmllint "
                        + $"{expected.Contains(name)}\n{Encoding.UTF8.GetString(content)}");
                }
            }

            output.WriteLine($"{expected.Count} of {Files} are not well-formed");
            Assert.InRange(expected.Count, Files / 4, Files * 3 / 4);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string FileName(int round) => string.Create(CultureInfo.InvariantCulture, $"{round}.xml");

    /// <summary>The message about XML that is not well-formed or has a DTD; null without such a finding.</summary>
    private static string? FindProblem(byte[] content, bool isGpx)
    {
        var findings = new FindingCollector();
        _ = XmlActivityReader.ReadActivities(
            new FileContent(content), findings, collector => isGpx ? new GpxReader(collector) : new TcxReader(collector),
            TestContext.Current.CancellationToken);
        return findings.ToList().FirstOrDefault(finding => finding.RuleId[3..] is "0101" or "0104")?.Message;
    }

    /// <summary>The files that xmllint rejects.</summary>
    private static async Task<HashSet<string>> RefusedByXmllintAsync(string folder)
    {
        var start = new ProcessStartInfo("xmllint") { WorkingDirectory = folder, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("--noout");
        for (var round = 0; round < Files; round++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, FileName(round)), XmlMutations.Create(Seed, round).Content);
            start.ArgumentList.Add(FileName(round));
        }

        using var xmllint = Process.Start(start)!;
        var errors = await xmllint.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await xmllint.WaitForExitAsync(TestContext.Current.CancellationToken);
        return [.. ParserErrors().Matches(errors).Select(match => match.Groups["file"].Value)];
    }

    /// <summary>Names with two colons, for example, are errors of namespaces, which real files do not declare.</summary>
    [GeneratedRegex(@"^(?<file>\d+\.xml):\d+: (parser|encoding|I/O) error ",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ParserErrors();
}
