namespace StravaTools.Sync.Model;

/// <summary>The kinds of facts in a ledger.</summary>
internal enum SyncFactKind
{
    /// <summary>An event of another version. It is kept.</summary>
    Other,

    /// <summary>A path has this content.</summary>
    File,

    /// <summary>The content of a path breaks a rule.</summary>
    Invalid,

    /// <summary>The file is about to be sent. On disk before the request is sent.</summary>
    Sending,

    /// <summary>The request had no effect, so the file can be sent again.</summary>
    Unsent,

    /// <summary>Strava accepted the upload.</summary>
    Sent,

    /// <summary>The activity exists.</summary>
    Ready,

    /// <summary>The activity existed already.</summary>
    Duplicate,

    /// <summary>Strava rejected the file.</summary>
    Refused,

    /// <summary>The activity was deleted.</summary>
    Deleted,

    /// <summary>Whether the file arrived cannot be found out, and the user must decide.</summary>
    Unknown,

    /// <summary>The file replaced one whose activity exists.</summary>
    Changed,

    /// <summary>The picture is about to be sent. On disk before the request is sent.</summary>
    PhotoSending,

    /// <summary>The picture is settled.</summary>
    Photo,

    /// <summary>The file was moved or deleted after it was settled.</summary>
    Moved,

    /// <summary>The user requested that the file is sent again.</summary>
    Forget,

    /// <summary>A run began.</summary>
    Run,

    /// <summary>A run ended.</summary>
    End,
}
