using StravaTools.Client;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the scopes of Strava.</summary>
public sealed class ScopeCompleter() : WordCompleter(StravaLogin.Scopes);
