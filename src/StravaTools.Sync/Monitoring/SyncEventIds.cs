using StravaTools.Sync.Errors;

namespace StravaTools.Sync.Monitoring;

/// <summary>
/// The IDs of events, which administrators filter by: they never change. All are at most 1000, because eventcreate.exe, which registers the
/// source, has texts for these only.
/// </summary>
internal static class SyncEventIds
{
    /// <summary>A file needs the user.</summary>
    public const int File = 200;

    /// <summary>The run waits for a rate limit or a server.</summary>
    public const int Wait = 300;

    /// <summary>A run ended: 100 and its exit code.</summary>
    public static int ForEnd(SyncExitCode code) => 100 + (int)code;
}
