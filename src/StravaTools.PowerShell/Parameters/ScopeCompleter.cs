using System.Collections;
using StravaTools.Client;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes Strava's scopes.</summary>
public sealed class ScopeCompleter : WordCompleter
{
    private protected override IEnumerable<string> GetWords(IDictionary boundParameters) => StravaLogin.Scopes;

    private protected override string GetTooltip(string word) => $"The scope {word}";
}
