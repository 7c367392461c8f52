namespace StravaTools.Sync.Model;

/// <summary>What the states of files mean.</summary>
public static class SyncStates
{
    /// <summary>True if nothing remains to be done for the file.</summary>
    public static bool IsSettled(this SyncState state) => state
        is SyncState.Ready or SyncState.Duplicate or SyncState.SameAs or SyncState.Changed or SyncState.Deleted;

    /// <summary>True if the file needs the user.</summary>
    public static bool NeedsUser(this SyncState state) =>
        state is SyncState.Refused or SyncState.Invalid or SyncState.Unknown or SyncState.Missing;

    /// <summary>True if a later run, or the rest of this run, continues with the file.</summary>
    public static bool Continues(this SyncState state) =>
        state is SyncState.Waiting or SyncState.Planned or SyncState.Sending or SyncState.Sent;

    /// <summary>True if Strava has the activity of the file, so that the file may be moved or deleted.</summary>
    public static bool IsOnStrava(this SyncState state) => state is SyncState.Ready or SyncState.Duplicate;
}
