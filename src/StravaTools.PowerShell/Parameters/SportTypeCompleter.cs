using System.Collections;
using StravaTools.Activities.Model;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the documented sport types.</summary>
public sealed class SportTypeCompleter : WordCompleter
{
    private protected override IEnumerable<string> GetWords(IDictionary boundParameters) => SportType.All.Select(sport => sport.Name);

    private protected override string GetTooltip(string word) => $"Strava's sport type {word}";
}
