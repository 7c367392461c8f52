using System.Collections;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes when a fake processes an upload.</summary>
public sealed class ProcessingCompleter : WordCompleter
{
    private static readonly (string Word, string Tooltip)[] All =
    [
        ("immediate", "The first poll returns the activity."),
        ("polls:2", "This number of polls still returns the processing status."),
        ("seconds:5", "Processing takes this number of seconds."),
        ("hold", "Uploads are processed when a test completes them."),
    ];

    private protected override IEnumerable<string> GetWords(IDictionary boundParameters) => All.Select(entry => entry.Word);

    private protected override string GetTooltip(string word) => Array.Find(All, entry => entry.Word == word).Tooltip;
}
