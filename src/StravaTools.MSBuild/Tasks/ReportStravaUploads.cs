using Microsoft.Build.Framework;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Prints the results of SendStravaUpload as a table: one row per file and a line of totals.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReportStravaUploads : StravaTask
{
    private static readonly string[] Columns = ["File", "Format", "Outcome", "ActivityId", "ActivityUrl"];

    /// <summary>Results of SendStravaUpload.</summary>
    [Required]
    public ITaskItem[] Results { get; set; } = [];

    /// <summary>The activities that AddStravaPhoto added a photo to. They are only counted.</summary>
    public ITaskItem[] Photos { get; set; } = [];

    /// <inheritdoc/>
    protected override System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var rows = Results.Select(FormatRow).Prepend(Columns).ToList();
        var widths = Enumerable.Range(0, Columns.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        rows.Insert(1, [.. widths.Select(width => new string('-', width))]);
        foreach (var row in rows)
        {
            PrintLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        PrintLine(FormatTotals());
        return System.Threading.Tasks.Task.CompletedTask;
    }

    private static string[] FormatRow(ITaskItem result) =>
    [
        Path.GetFileName(result.ItemSpec),
        result.GetMetadata("Format"),
        FormatOutcome(result.GetMetadata("Outcome"), result.GetMetadata("ErrorId")),
        result.GetMetadata("ActivityId"),
        result.GetMetadata("ActivityUrl"),
    ];

    private static string FormatOutcome(string outcome, string errorId)
    {
        if (errorId.Length == 0)
        {
            return outcome;
        }

        return $"{outcome} ({errorId})";
    }

    private string FormatTotals()
    {
        var outcomes = Results.GroupBy(result => result.GetMetadata("Outcome"), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Count()} {group.Key}");
        return $"{CountFiles(Results.Length)}: {string.Join(", ", outcomes)}; photos added: {Photos.Length}.";
    }

    private static string CountFiles(int count) => count switch
    {
        1 => "1 file",
        _ => $"{count} files",
    };

    private void PrintLine(string line) => Log.LogMessage(MessageImportance.High, "{0}", line);
}
