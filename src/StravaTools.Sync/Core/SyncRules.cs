namespace StravaTools.Sync.Core;

/// <summary>The times and numbers that a run follows.</summary>
internal sealed record SyncRules
{
    /// <summary>Requests on their way at the same time.</summary>
    public int MaxOverlap { get; init; } = 4;

    /// <summary>Uploads that one list request confirms: a page contains 200 activities.</summary>
    public int BatchSize { get; init; } = 199;

    /// <summary>How long after the last upload of a batch its list is requested; adapted to what Strava needs.</summary>
    public TimeSpan ConfirmDelay { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long after the first list the second one is requested.</summary>
    public TimeSpan SecondListDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after an upload its status is first requested. Later pauses double.</summary>
    public TimeSpan FirstPoll { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The longest pause between two requests for one status.</summary>
    public TimeSpan MaxPollPause { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a run waits for one upload. The next run continues.</summary>
    public TimeSpan PendingPatience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The pause between two searches for an activity whose response was lost.</summary>
    public TimeSpan LookPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A file whose response was lost is not sent again before this time has passed.</summary>
    public TimeSpan LostGrace { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often an activity must be missing in Strava's list before its file is sent again.</summary>
    public int Looks { get; init; } = 2;

    /// <summary>How many failures of the server in a row pause the run.</summary>
    public int FailuresToPause { get; init; } = 3;

    /// <summary>The first such pause. Later pauses double.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest such pause.</summary>
    public TimeSpan MaxPause { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After this number of pauses without a success between them, the run ends. The next run continues.</summary>
    public int MaxPauses { get; init; } = 5;

    /// <summary>How long a run that was asked to stop may still confirm what it sent.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>When the run stops sending files; null for no limit.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>What happens to a file whose response was lost and that Strava does not list.</summary>
    public LostAnswerAction OnLostAnswer { get; init; }

    /// <summary>False if the login cannot list private activities. Then each upload is confirmed alone.</summary>
    public bool CanList { get; init; } = true;

    /// <summary>
    /// True to save requests at the cost of time, for athletes who share a rate limit: while files wait for the next window, or until lost
    /// ones can be searched, accepted ones are not listed. One list serves all of them.
    /// </summary>
    public bool SavesLists { get; init; }

    /// <summary>True to search Strava's list for all files first: for a ledger that is younger than the folder.</summary>
    public bool LooksUpFirst { get; init; }

    /// <summary>True to accept an activity with the same start and duration as the activity of a file.</summary>
    public bool MatchesByTime { get; init; }

    /// <summary>What happens to files whose activities are on Strava.</summary>
    public FileDisposal OnSettled { get; init; }
}
