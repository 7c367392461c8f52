using System.Globalization;
using System.Text;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Reports;

/// <summary>A report as text, for a terminal or an email. Lines have at most 80 columns.</summary>
internal sealed class ReportText
{
    private const int Width = 80;
    private const string Indent = "  ";

    private readonly StringBuilder _text = new();

    private ReportText()
    {
    }

    /// <summary>Writes a report.</summary>
    public static string WriteText(SyncReport report)
    {
        var text = new ReportText();
        text.AddLine(report.Subject);
        text.AddLine(Invariant($"Athlete {report.Athlete} at {report.Server.Host}, {ReportWords.FormatTime(report.Created)}"));
        text.AddLine("");
        foreach (var (name, value) in ReportWords.DescribeState(report))
        {
            text.AddWrapped($"{name,-14}", value);
        }

        text.AddProblems(report);
        text.AddRemaining(report);
        text.AddNew(report);
        text.AddRuns(report);
        return text._text.ToString();
    }

    private void AddProblems(SyncReport report)
    {
        AddTitle("Need you", report.Problems.Count);
        foreach (var problem in report.Problems.Take(ReportWords.MaxFiles))
        {
            AddLine(Indent + ShortenPath(problem.Path, Width - Indent.Length));
            AddWrapped(Indent + Indent, $"{problem.ErrorId ?? problem.State.ToString()}: {problem.Reason}");
            AddWrapped(Indent + Indent, problem.Remedy);
        }

        AddMore(report.Problems.Count);
    }

    private void AddRemaining(SyncReport report)
    {
        AddTitle("Remain", report.Remaining.Count);
        foreach (var file in report.Remaining.Take(ReportWords.MaxFiles))
        {
            AddFile(file.State.ToString(), file.Path);
        }

        AddMore(report.Remaining.Count);
    }

    private void AddNew(SyncReport report)
    {
        AddTitle("New on Strava", report.New.Count);
        foreach (var file in report.New.Take(ReportWords.MaxFiles))
        {
            AddLine($"{Indent}{ReportWords.StartOf(file),-16} {file.ActivityUrl}");
            AddLine($"{Indent}{"",-16} {ShortenPath(file.Path, Width - Indent.Length - 17)}");
        }

        AddMore(report.New.Count);
    }

    private void AddRuns(SyncReport report)
    {
        if (report.Runs.Count < 2)
        {
            return;
        }

        AddTitle("Runs", report.Runs.Count);
        foreach (var run in report.Runs)
        {
            AddLine(Indent + run.ToString());
        }
    }

    private void AddTitle(string title, int count)
    {
        if (count > 0)
        {
            AddLine("");
            AddLine(title);
        }
    }

    private void AddMore(int count)
    {
        if (count > ReportWords.MaxFiles)
        {
            AddLine(Indent + ReportWords.CountRest(count));
        }
    }

    private void AddFile(string word, string path) =>
        AddLine($"{Indent}{word,-10} {ShortenPath(path, Width - Indent.Length - 11)}");

    /// <summary>Adds words, and continues on more lines below the first word.</summary>
    private void AddWrapped(string start, string words)
    {
        var line = new StringBuilder(start);
        var isEmpty = true;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                AddLine(line.ToString());
                line.Clear().Append(' ', start.Length);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        AddLine(line.ToString());
    }

    /// <summary>Line breaks in names must not look like other lines.</summary>
    private void AddLine(string line) => _text.Append(line.ReplaceLineEndings(" ").TrimEnd()).Append('\n');

    /// <summary>The end of a path says more than its beginning.</summary>
    private static string ShortenPath(string path, int width) => path.Length <= width ? path : $"...{path[^(width - 3)..]}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
