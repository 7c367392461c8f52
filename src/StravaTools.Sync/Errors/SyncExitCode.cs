namespace StravaTools.Sync.Errors;

/// <summary>Exit codes of a job. If several apply, the most severe wins: 7, 6, 3, 2, 4, 10, 5, 8, 0.</summary>
public enum SyncExitCode
{
    /// <summary>Everything that was found is settled.</summary>
    Settled = 0,

    /// <summary>A parameter or the configuration is wrong.</summary>
    BadParameters = 2,

    /// <summary>The folder is missing, unreadable, or suspiciously empty.</summary>
    FolderMissing = 3,

    /// <summary>The run came to its end, and some files need you.</summary>
    NeedsYou = 4,

    /// <summary>Something remains, and a later run continues automatically.</summary>
    Continues = 5,

    /// <summary>A login is needed.</summary>
    LoginNeeded = 6,

    /// <summary>The ledger is damaged, cannot be written, or cannot be locked.</summary>
    LedgerUnusable = 7,

    /// <summary>Another run has the lock.</summary>
    InUse = 8,

    /// <summary>The time was over, or the run was asked to stop.</summary>
    Stopped = 10,
}
