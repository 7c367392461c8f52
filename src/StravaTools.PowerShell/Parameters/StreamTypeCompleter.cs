using StravaTools.Client.Activities;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the types of streams.</summary>
public sealed class StreamTypeCompleter() : WordCompleter(StravaStreamTypes.All);
