using StravaTools.Sync.Errors;

namespace StravaTools.Sync.Results;

/// <summary>The result of a run.</summary>
public sealed record SyncSummary
{
    /// <summary>Identifies the run in the ledger.</summary>
    public string RunId { get; init; } = "";

    /// <summary>When the run began.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The athlete; null if the run ended before that was known.</summary>
    public long? Athlete { get; init; }

    /// <summary>Activity files that were found.</summary>
    public int Found { get; init; }

    /// <summary>Files for which nothing remains to be done.</summary>
    public int Settled { get; init; }

    /// <summary>Files whose activity is on Strava.</summary>
    public int Ready { get; init; }

    /// <summary>Files whose activity was there already.</summary>
    public int Duplicate { get; init; }

    /// <summary>Files whose activity was found on Strava by a verification; null for a run that uploaded.</summary>
    public int? Verified { get; init; }

    /// <summary>Files that need you: rejected, invalid, or with an unknown outcome.</summary>
    public int NeedsYou { get; init; }

    /// <summary>Files that are still being written.</summary>
    public int Waiting { get; init; }

    /// <summary>Files that a later run sends or confirms.</summary>
    public int Remaining { get; init; }

    /// <summary>Files that were settled in this run.</summary>
    public int Changed { get; init; }

    /// <summary>When a later run can continue; null if that does not depend on the time.</summary>
    public DateTimeOffset? NextRunAfter { get; init; }

    /// <summary>The requests of this run.</summary>
    public SyncRequestCounts Requests { get; init; } = new(0, 0, 0, 0);

    /// <summary>The files that need you.</summary>
    public IReadOnlyList<SyncResult> Problems { get; init; } = [];

    /// <summary>The exit code for the job.</summary>
    public SyncExitCode ExitCode { get; init; }

    /// <summary>The ID of the error that ended the run; null if none did.</summary>
    public string? ErrorId { get; init; }

    /// <summary>Why the run ended before everything was settled; null if it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>When a run last ended with everything settled; null if none did.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>The file of the ledger; null without a ledger.</summary>
    public string? LedgerPath { get; init; }
}
