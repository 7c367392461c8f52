namespace StravaTools.Sync.Core;

/// <summary>Why a run ended.</summary>
internal enum SyncEnd
{
    /// <summary>Nothing is left to do.</summary>
    Done,

    /// <summary>A limit, the network, or an upload needs more time. A later run continues.</summary>
    Waiting,

    /// <summary>The time is over, or the run was asked to stop.</summary>
    Stopped,

    /// <summary>The login is missing, revoked, or lacks a permission.</summary>
    LoginNeeded,
}
