using System.Globalization;

namespace StravaTools.Sync.Results;

/// <summary>A report of the last runs and of what remains to be done, short enough for an email.</summary>
public sealed record SyncReport
{
    /// <summary>The server.</summary>
    public required Uri Server { get; init; }

    /// <summary>The athlete.</summary>
    public required long Athlete { get; init; }

    /// <summary>The file of the ledger.</summary>
    public required string LedgerPath { get; init; }

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The last runs, newest first.</summary>
    public IReadOnlyList<SyncRun> Runs { get; init; } = [];

    /// <summary>Files in the ledger.</summary>
    public int Files { get; init; }

    /// <summary>Files for which nothing remains to be done.</summary>
    public int Settled { get; init; }

    /// <summary>Files that need you.</summary>
    public IReadOnlyList<SyncProblem> Problems { get; init; } = [];

    /// <summary>Files that a later run sends or confirms.</summary>
    public IReadOnlyList<SyncResult> Remaining { get; init; } = [];

    /// <summary>When a later run can continue; null if that does not depend on the time.</summary>
    public DateTimeOffset? NextRunAfter { get; init; }

    /// <summary>Files whose activities were added to Strava, or found there, in the runs of the report.</summary>
    public IReadOnlyList<SyncResult> New { get; init; } = [];

    /// <summary>When a run last ended with everything settled; null if none did.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>The time since <see cref="LastSuccess"/>; null if no run did.</summary>
    public TimeSpan? SinceLastSuccess => Created - LastSuccess;

    /// <summary>The report in one line, such as for the subject of an email.</summary>
    public string Subject
    {
        get
        {
            var counts = string.Create(
                CultureInfo.InvariantCulture, $"{Problems.Count:N0} need you, {New.Count:N0} new, {Remaining.Count:N0} remain");
            var last = Runs is [{ Remedy: not null, ExitCode: { } code }, ..] ? $"; last run: {code}" : "";
            return $"StravaTools: {counts}{last}";
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Subject;
}
