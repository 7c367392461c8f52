using System.Globalization;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Results;

/// <summary>What a run would do, and the requests and the time that it needs.</summary>
public sealed record SyncPlan
{
    /// <summary>Activity files that were found.</summary>
    public int Found => Files.Count;

    /// <summary>Files that would be sent.</summary>
    public int ToSend => CountState(SyncState.Planned);

    /// <summary>Files that were sent and must be confirmed.</summary>
    public int ToConfirm => CountState(SyncState.Sending) + CountState(SyncState.Sent);

    /// <summary>Files to look for on Strava, instead of sending files; null for a plan of an upload.</summary>
    public int? ToVerify { get; init; }

    /// <summary>Files for which nothing remains to be done, with copies of others and changed files.</summary>
    public int Settled => Files.Count(file => file.State.IsSettled());

    /// <summary>Files that need you.</summary>
    public int NeedsYou => Files.Count(file => file.State.NeedsUser());

    /// <summary>Files that are still being written.</summary>
    public int Waiting => CountState(SyncState.Waiting);

    /// <summary>The expected requests.</summary>
    public SyncRequestCounts Requests { get; init; } = new(0, 0, 0, 0);

    /// <summary>The requests that are left now in the quarter of an hour, after the reserve.</summary>
    public int LeftInWindow { get; init; }

    /// <summary>The requests that are left today, after the reserve.</summary>
    public int LeftToday { get; init; }

    /// <summary>The windows in which the requests would be sent.</summary>
    public IReadOnlyList<SyncWindow> Windows { get; init; } = [];

    /// <summary>About when the last file would be confirmed; null if nothing would be sent.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The files and their states.</summary>
    public IReadOnlyList<SyncResult> Files { get; init; } = [];

    /// <summary>The plan in a few lines.</summary>
    public override string ToString()
    {
        if (ToVerify is { } files)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Files to verify: {files:N0}. Requests: at least {Requests.Total:N0} (lists: {Requests.Lists:N0}, "
                + $"polls: {Requests.Polls:N0}). Left now: {LeftInWindow:N0} in the window, {LeftToday:N0} today. No file would be sent.");
        }

        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Files: {Found:N0}. To send: {ToSend:N0}, to confirm: {ToConfirm:N0}, settled: {Settled:N0}, need you: {NeedsYou:N0}, "
            + $"being written: {Waiting:N0}.");
        if (Requests.Total == 0)
        {
            return $"{text} No request is needed.";
        }

        var done = DoneAt is { } at ? string.Create(CultureInfo.InvariantCulture, $" Done about {at:yyyy-MM-dd HH:mm} UTC.") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{text} Requests: about {Requests.Total:N0} (uploads: {Requests.Uploads:N0}, lists: {Requests.Lists:N0}, "
            + $"polls: {Requests.Polls:N0}). Left now: {LeftInWindow:N0} in the window, {LeftToday:N0} today. "
            + $"Windows: {Windows.Count:N0}.{done}");
    }

    private int CountState(SyncState state) => Files.Count(file => file.State == state);
}
