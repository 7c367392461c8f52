using System.Collections;
using StravaTools.Activities;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes Strava's data types of the supported formats.</summary>
public sealed class DataTypeCompleter : WordCompleter
{
    private protected override IEnumerable<string> GetWords(IDictionary boundParameters) =>
        ActivityFileFormats.All.SelectMany(format => format.DataTypes);

    private protected override string GetTooltip(string word) => $"Strava's data type {word}";
}
