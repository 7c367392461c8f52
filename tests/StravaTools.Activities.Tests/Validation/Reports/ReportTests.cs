using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using StravaTools.Activities.Validation.Reports;
using static StravaTools.Activities.Tests.Validation.ExampleFiles;

namespace StravaTools.Activities.Tests.Validation.Reports;

/// <summary>SARIF, JUnit, and HTML.</summary>
public sealed class ReportTests
{
    /// <summary>A name and a value that would break any of the formats if they were not escaped.</summary>
    private const string Evil = "a<b>&\"'\u202E\u0001 ü 山.gpx";

    private static readonly ActivityFileReport[] Reports =
    [
        Text.Validate(GoodFit),
        Text.Validate(Gpx("<trkpt lat=\"&lt;script&gt;alert(1)&lt;/script&gt;\" lon=\"8\"/>")),
        Text.Validate(ActivityFile.FromBytes(Evil, Gpx("<trkpt lat=\"1\" lon=\"8\"/><trkpt lat=\"1\" lon=\"8\"/>", "<gpx>").Bytes)),
        Text.Validate(ActivityFile.FromBytes("short.fit", GoodFit.Bytes[..^20])),
    ];

    public static TheoryData<string> Extensions => [.. ReportFormat.All.Select(format => format.Extension)];

    [Theory]
    [InlineData("a.sarif", ".sarif")]
    [InlineData("/b/a.XML", ".xml")]
    [InlineData("a.b.html", ".html")]
    [InlineData("a.htm", null)]
    [InlineData("html", null)]
    public void Report_format_is_selected_by_extension(string path, string? extension) =>
        Assert.Equal(extension, ReportFormat.FromFileName(path)?.Extension);

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Reports_are_UTF8_without_byte_order_mark_and_reproducible(string extension)
    {
        var bytes = Write(extension);

        Assert.Equal(bytes, Write(extension));
        Assert.NotEqual(0xEF, bytes[0]);
        Assert.Contains(
            extension == ".sarif" ? "%C3%BC" : "ü 山",
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Reports_without_files_are_complete(string extension) => Assert.NotEmpty(Write(extension, []));

    [Fact]
    public void Sarif_has_the_rules_and_one_result_per_finding_with_its_place()
    {
        using var json = JsonDocument.Parse(Write(".sarif"));
        var run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Select(rule => rule.GetProperty("id").GetString()).ToList();
        var results = run.GetProperty("results").EnumerateArray().ToList();

        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        Assert.Equal(ActivityFileRules.All.Select(rule => rule.Id), rules);
        Assert.Equal(Reports.Sum(report => report.Findings.Count), results.Count);
        Assert.All(results,
            result => Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]));
        var missing = results.Single(result => result.GetProperty("ruleId").GetString() == "GPX0102");
        Assert.Equal(("error", 2), (missing.GetProperty("level").GetString(), missing.GetProperty("occurrenceCount").GetInt32()));
        var place = missing.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("a%3Cb%3E%26%22%27%E2%80%AE%01%20%C3%BC%20%E5%B1%B1.gpx",
            place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(2, place.GetProperty("region").GetProperty("startLine").GetInt32());
        var damaged = results.First(result => result.GetProperty("ruleId").GetString() == "FIT0101")
            .GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.True(damaged.GetProperty("region").GetProperty("byteOffset").GetInt64() > 0);
    }

    [Fact]
    public void Junit_has_one_test_per_file_that_fails_if_the_file_has_an_error()
    {
        var suite = XDocument.Parse(Encoding.UTF8.GetString(Write(".xml"))).Root!.Element("testsuite")!;
        var cases = suite.Elements("testcase").ToList();

        Assert.Equal(("4", "3"), ((string)suite.Attribute("tests")!, (string)suite.Attribute("failures")!));
        Assert.Equal(["StravaTools.Fit", "StravaTools.Gpx", "StravaTools.Gpx", "StravaTools.Fit"],
            cases.Select(test => (string)test.Attribute("classname")!));
        Assert.Empty(cases[0].Elements());
        Assert.Equal("a<b>&\"'\uFFFD\uFFFD ü 山.gpx", (string)cases[2].Attribute("name")!);
        Assert.Equal("GPX0102", (string)cases[2].Element("failure")!.Attribute("type")!);
        Assert.Contains("[2 times]", cases[2].Element("failure")!.Value, StringComparison.Ordinal);
        Assert.Contains("Information GPX0109 (1,2)", cases[2].Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_is_one_escaped_file_without_network()
    {
        var html = Encoding.UTF8.GetString(Write(".html"));

        Assert.Equal(1, Regex.Count(html, "<script", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)));
        Assert.DoesNotContain("<b>&\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|url)\\s*[=(]", html);
        Assert.DoesNotMatch("href=\"(?!#)", html);
        Assert.Matches("default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';", html);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.Contains("<b>4</b> files checked", html, StringComparison.Ordinal);
        Assert.Contains("<b>3</b> with errors", html, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_links_each_rule_to_its_explanation()
    {
        var html = Encoding.UTF8.GetString(Write(".html"));

        var rules = Reports.SelectMany(report => report.Findings).Select(finding => finding.RuleId).ToArray();
        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.Contains($"<a href=\"#rule-{rule}\">", html, StringComparison.Ordinal));
        Assert.All(rules, rule => Assert.Contains($"id=\"rule-{rule}\">", html, StringComparison.Ordinal));
    }

    [Fact]
    public void Html_links_files_to_their_pages()
    {
        using var stream = new MemoryStream();
        var pages = new Dictionary<ActivityFileReport, string> { [Reports[0]] = "report-pages/a%20b.html" };
        ReportFormat.FromFileName(".html")!.WriteReport(stream, Reports, null, pages);

        var html = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(2, html.Split("<a href=\"report-pages/a%20b.html\">Route and charts</a>").Length);
    }

    [Fact]
    public void Html_without_files_states_the_reason() =>
        Assert.Contains("No file was checked.", Encoding.UTF8.GetString(Write(".html", [])), StringComparison.Ordinal);

    [Fact]
    public async Task Paths_below_the_base_folder_are_relative_and_others_are_unchanged()
    {
        var folder = Path.Combine(Path.GetTempPath(), "StravaTools " + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path.Combine(folder, "2025"));
        try
        {
            var path = Path.Combine(folder, "2025", "a.gpx");
            File.WriteAllText(path, "");
            var report = Text.Validate(await ActivityFile.ReadAsync(path, TestContext.Current.CancellationToken));

            Assert.Equal("2025/a.gpx", NameOf(report, folder));
            Assert.Equal("a.gpx", NameOf(report, Path.Combine(folder, "2025")));
            Assert.Equal(path.Replace('\\', '/'), NameOf(report, Path.Combine(folder, "2024")));
            Assert.Equal(path.Replace('\\', '/'), NameOf(report, null));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string NameOf(ActivityFileReport report, string? baseFolder)
    {
        using var stream = new MemoryStream();
        ReportFormat.FromFileName(".xml")!.WriteReport(stream, [report], baseFolder);
        return (string)XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).Descendants("testcase").Single().Attribute("name")!;
    }

    private static byte[] Write(string extension) => Write(extension, Reports);

    private static byte[] Write(string extension, IReadOnlyList<ActivityFileReport> reports)
    {
        using var stream = new MemoryStream();
        ReportFormat.All.Single(format => format.Extension == extension).WriteReport(stream, reports);
        return stream.ToArray();
    }
}
