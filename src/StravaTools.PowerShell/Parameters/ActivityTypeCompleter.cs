using System.Collections;
using StravaTools.Client.Activities;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the documented activity types, the older form of sport types.</summary>
public sealed class ActivityTypeCompleter : WordCompleter
{
    private protected override IEnumerable<string> GetWords(IDictionary boundParameters) => ActivityTypes.All;

    private protected override string GetTooltip(string word) => $"Strava's activity type {word}";
}
