using StravaTools.Client.Uploads;
using StravaTools.Sync.Core;
using StravaTools.Sync.Folders;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Running;

/// <summary>
/// Compares files with the athlete's activities on Strava. It sends no file. What it finds out about unfinished files, and which activities
/// were deleted, become facts.
/// </summary>
internal sealed class Verification(RunContext run, LimitedReads reads)
{
    /// <summary>The start on Strava can differ a little from the one in the file.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly Matcher _matcher = new(run);
    private readonly HashSet<long> _listed = [];
    private readonly HashSet<ContentKey> _found = [];

    /// <summary>Called after each answer, with the number of files whose activities were found.</summary>
    public Action<int> Answered { private get; init; } = _ => { };

    /// <summary>The files whose activities were deleted since the last run.</summary>
    public HashSet<ContentKey> Deleted { get; } = [];

    /// <summary>The files whose activities the ledger has, but Strava does not find.</summary>
    public HashSet<ContentKey> Missing { get; } = [];

    /// <summary>
    /// The files to verify: those of the folders, and those that were there when they were sent and were moved or deleted since.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="present">The files that a scan found.</param>
    /// <param name="folders">The folders.</param>
    public static List<ScannedFile> SelectFiles(
        LedgerState ledger, IReadOnlyList<ScannedFile> present, IReadOnlyList<string> folders)
    {
        var keys = present.Select(file => file.Key).ToHashSet();
        var gone = ledger.Items.Values.Where(item => !keys.Contains(item.Key) && WasSent(item)
            && folders.Any(folder => PathNames.IsInside(Path.GetFullPath(folder), item.Path)));
        return [.. present, .. gone.Select(item => new ScannedFile(item.Path, SyncState.Planned) { Key = item.Key })];
    }

    /// <summary>True if Strava should have an activity of the file, or could have one.</summary>
    public static bool CanBeThere(SyncItem item) => HasActivity(item) || item.State.Continues() || item.State == SyncState.Unknown;

    /// <summary>True if the activity of the file was found.</summary>
    public bool IsThere(ContentKey key) => _found.Contains(key);

    /// <summary>Verifies files.</summary>
    /// <exception cref="Http.Errors.ApiException">Strava cannot be asked. Nothing is known then.</exception>
    public async Task VerifyAsync(IEnumerable<ContentKey> keys, CancellationToken cancellationToken)
    {
        var items = keys.Distinct().Select(key => run.Ledger.Items.GetValueOrDefault(key)).OfType<SyncItem>().Where(CanBeThere).ToList();
        await ReadListAsync([.. items.Where(item => item.Start is not null).OrderBy(item => item.Start)], cancellationToken);
        foreach (var item in items.Where(item => HasActivity(item) && !IsThere(item.Key)))
        {
            await AskAsync(item, cancellationToken);
            Answered(_found.Count);
        }
    }

    private static bool HasActivity(SyncItem item) =>
        item is { State: SyncState.Ready or SyncState.Duplicate or SyncState.Changed, ActivityIds.Count: > 0 };

    private static bool WasSent(SyncItem item) =>
        HasActivity(item) || item.State is SyncState.Sending or SyncState.Sent or SyncState.Deleted;

    /// <summary>Lists the activities of the time that the files are of. Times without a file are skipped.</summary>
    private async Task ReadListAsync(List<SyncItem> items, CancellationToken cancellationToken)
    {
        items.ForEach(item => _matcher.Expect(item.Key));
        var (next, cursor) = (0, DateTimeOffset.MinValue);
        while (next < items.Count)
        {
            var start = items[next].Start!.Value - Margin;
            cursor = start > cursor ? start : cursor;
            var page = await reads.ListPageAsync(cursor, cancellationToken);
            if (page.Count == 0)
            {
                return;
            }

            NotePage(page, items);
            cursor = ListCursor.MoveAfter(cursor, page);
            while (next < items.Count && (IsThere(items[next].Key) || items[next].Start + Margin < cursor))
            {
                next++;
            }
        }
    }

    private void NotePage(List<ListedActivity> page, List<SyncItem> items)
    {
        _listed.UnionWith(page.Select(activity => activity.Id));
        foreach (var (fact, _) in _matcher.MatchPage(page, ListPurpose.Search).Where(match => !HasActivity(run.ItemOf(match.Fact.Key))))
        {
            run.Append(fact with { By = "verify" });
            _found.Add(fact.Key);
        }

        _found.UnionWith(items.Where(item => HasActivity(item) && item.ActivityIds.All(_listed.Contains)).Select(item => item.Key));
        Answered(_found.Count);
    }

    /// <summary>
    /// An activity that is not listed may be hidden from the login. The status of its upload says if it was deleted; without an upload,
    /// only that it cannot be found.
    /// </summary>
    private async Task AskAsync(SyncItem item, CancellationToken cancellationToken)
    {
        if (item is { State: SyncState.Ready, UploadId: { } uploadId, ActivityIds.Count: 1 })
        {
            NoteStatus(item.Key, await reads.PollAsync(item.Key, uploadId, cancellationToken));
            return;
        }

        foreach (var id in item.ActivityIds.Where(id => !_listed.Contains(id)))
        {
            if (await reads.LookAsync(item.Key, id, cancellationToken) is null)
            {
                Missing.Add(item.Key);
                return;
            }
        }

        _found.Add(item.Key);
    }

    private void NoteStatus(ContentKey key, SyncAnswer.Status? status)
    {
        switch (status?.Outcome)
        {
            case UploadOutcome.Ready:
                _found.Add(key);
                break;
            case UploadOutcome.Deleted:
                run.Append(new SyncFact(SyncFactKind.Deleted, key) { By = "verify", Why = status.Why });
                Deleted.Add(key);
                break;
            default:
                Missing.Add(key);
                break;
        }
    }
}
