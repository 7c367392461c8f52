using StravaTools.Sync.Core;
using StravaTools.Sync.Folders;

namespace StravaTools.Sync;

/// <summary>How folders are synchronized.</summary>
public sealed record SyncOptions
{
    /// <summary>The folders, with their subfolders, and single files.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Which files are found.</summary>
    public ScanOptions Scan { get; init; } = new();

    /// <summary>Which files are found, without those that were moved.</summary>
    internal ScanOptions CompleteScan
    {
        get
        {
            if (MoveTo is null)
            {
                return Scan;
            }

            return Scan with { SkippedFolders = [.. Scan.SkippedFolders, Path.GetFullPath(MoveTo)] };
        }
    }

    /// <summary>The root folder of ledgers and request books; null for the user's state folder.</summary>
    public string? StateFolder { get; init; }

    /// <summary>
    /// Identifies the login, so that a run without work needs no request to find out the athlete. It is stored only as a hash.
    /// </summary>
    public string Login { get; init; } = "default";

    /// <summary>Identifies the application, whose processes share the rate limits.</summary>
    public string Application { get; init; } = "default";

    /// <summary>How many requests of each rate limit window to leave for other programs of the application.</summary>
    public int RequestReserve { get; init; } = 10;

    /// <summary>After this time, no more files are sent; null for no limit. Waiting for a rate limit counts.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>How long to wait for another run that uses the same ledger.</summary>
    public TimeSpan WaitForLock { get; init; }

    /// <summary>What happens to files whose activities are on Strava.</summary>
    public FileDisposal OnSettled { get; init; }

    /// <summary>Where settled files are moved to.</summary>
    public string? MoveTo { get; init; }

    /// <summary>What happens to a file whose response was lost and that Strava does not list.</summary>
    public LostAnswerAction OnLostAnswer { get; init; }

    /// <summary>True to accept activities of other programs with the same start and duration, without sending the file.</summary>
    public bool MatchesByTime { get; init; }

    /// <summary>
    /// True to verify that Strava has the activities, instead of sending files. <see cref="SyncJob"/> and <see cref="SyncPlanner"/> use it.
    /// </summary>
    public bool OnlyVerifies { get; init; }

    /// <summary>False if the login cannot list the athlete's private activities.</summary>
    public bool CanList { get; init; } = true;
}
