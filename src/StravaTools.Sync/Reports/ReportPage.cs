using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Reports;

/// <summary>A report as one HTML page that loads nothing, for a browser or an email. It is readable without its styles.</summary>
internal sealed class ReportPage
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em; }
        h1 { font-size: 1.3em; } h2 { font-size: 1.1em; margin-top: 1.5em; }
        th { text-align: left; font-weight: normal; opacity: .75; padding-right: 1.5em; vertical-align: top; white-space: nowrap; }
        ul { padding-left: 1.2em; } li { margin-bottom: .5em; } code { overflow-wrap: anywhere; }
        footer { margin-top: 2em; opacity: .75; font-size: .85em; }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _page = new();

    private ReportPage()
    {
    }

    /// <summary>Writes a report.</summary>
    public static string WritePage(SyncReport report)
    {
        var page = new ReportPage();
        page.AddHead(report);
        page.AddList("Need you", report.Problems, problem =>
            $"{QuotePath(problem.Path)}<br><strong>{Encode(problem.ErrorId ?? problem.State.ToString())}</strong>: "
            + $"{Encode(problem.Reason)}<br>{Encode(problem.Remedy)}");
        page.AddList("Remain", report.Remaining, file => $"{QuotePath(file.Path)} ({Encode(file.State.ToString())})");
        page.AddList("New on Strava", report.New, DescribeNew);
        if (report.Runs.Count > 1)
        {
            page.AddList("Runs", report.Runs, run => Encode(run.ToString()), int.MaxValue);
        }

        page.AddMarkup($"<footer>Ledger: {QuotePath(report.LedgerPath)}. This page loads nothing from the network.</footer>\n");
        page.AddMarkup("</body>\n</html>\n");
        return page._page.ToString();
    }

    private void AddHead(SyncReport report)
    {
        var subject = Encode(report.Subject);
        AddMarkup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        AddMarkup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        AddMarkup("<meta name=\"color-scheme\" content=\"light dark\">\n");
        AddMarkup($"<title>{subject}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{subject}</h1>\n<table>\n");
        AddRow("Athlete", $"{report.Athlete.ToString(null, null)} at {report.Server.Host}");
        AddRow("Report of", ReportWords.FormatTime(report.Created));
        foreach (var (name, value) in ReportWords.DescribeState(report))
        {
            AddRow(name, value);
        }

        AddMarkup("</table>\n");
    }

    private void AddRow(string name, string value) =>
        AddMarkup($"<tr><th scope=\"row\">{Encode(name)}</th><td>{Encode(value)}</td></tr>\n");

    private void AddList<T>(string title, IReadOnlyList<T> entries, Func<T, string> describe, int max = ReportWords.MaxFiles)
    {
        if (entries.Count == 0)
        {
            return;
        }

        AddMarkup($"<h2>{Encode(title)}</h2>\n<ul>\n");
        foreach (var entry in entries.Take(max))
        {
            AddMarkup($"<li>{describe(entry)}</li>\n");
        }

        AddMarkup("</ul>\n");
        if (entries.Count > max)
        {
            AddMarkup($"<p>{Encode(ReportWords.CountRest(entries.Count))}</p>\n");
        }
    }

    private void AddMarkup(string markup) => _page.Append(markup);

    private static string DescribeNew(SyncResult file)
    {
        var name = Encode($"{ReportWords.StartOf(file)} {file.SportType}".Trim());
        if (file.ActivityUrl is { } url)
        {
            name = $"<a href=\"{Encode(url.AbsoluteUri)}\">{name}</a>";
        }

        return $"{name}<br>{QuotePath(file.Path)}";
    }

    private static string QuotePath(string text) => $"<code>{Encode(text)}</code>";

    private static string Encode(string? text) => Encoder.Encode(text ?? "");
}
