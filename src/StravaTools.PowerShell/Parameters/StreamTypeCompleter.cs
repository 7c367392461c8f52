using System.Collections;
using StravaTools.Client.Activities;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the types of streams.</summary>
public sealed class StreamTypeCompleter : WordCompleter
{
    private protected override IEnumerable<string> GetWords(IDictionary boundParameters) => StravaStreamTypes.All;

    private protected override string GetTooltip(string word) => $"The stream {word}";
}
