namespace StravaTools.Sync.Model;

/// <summary>What is known about one file. Nothing more is done for settled files; see <see cref="SyncStates"/>.</summary>
public enum SyncState
{
    /// <summary>The file is still being written, or is too new to be judged. It is looked at again in the next run.</summary>
    Waiting,

    /// <summary>The file breaks a rule, so it was not sent.</summary>
    Invalid,

    /// <summary>The file will be sent.</summary>
    Planned,

    /// <summary>A request to send the file was prepared. Whether it arrived is not known.</summary>
    Sending,

    /// <summary>Strava accepted the file and processes it.</summary>
    Sent,

    /// <summary>The activity is on Strava.</summary>
    Ready,

    /// <summary>Strava had the activity already, from another source.</summary>
    Duplicate,

    /// <summary>Strava rejected the file.</summary>
    Refused,

    /// <summary>The activity was deleted on Strava. The file is not sent again.</summary>
    Deleted,

    /// <summary>The response was lost, and Strava does not show the activity.</summary>
    Unknown,

    /// <summary>Another file has the same content.</summary>
    SameAs,

    /// <summary>The file was changed after its activity was created. The change is not sent.</summary>
    Changed,

    /// <summary>The ledger has the activity, but a verification did not find it on Strava.</summary>
    Missing,
}
