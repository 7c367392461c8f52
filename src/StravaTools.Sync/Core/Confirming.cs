using StravaTools.Sync.Budget;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>
/// Finds the activities of files in Strava's list: of accepted uploads, many with one request, and of files whose response was lost.
/// </summary>
internal sealed class Confirming(RunContext run, Settling settling, Polling polling, Matcher matcher) : IRequestOwner
{
    /// <summary>A single list is shorter than a request for each of its files up to this number of pages.</summary>
    private const int MaxPages = 3;

    /// <summary>A quarter of an hour, and the margin after it.</summary>
    private static readonly TimeSpan LongestWindow = TimeSpan.FromMinutes(20);

    /// <summary>The start on Strava can differ a little from the one in the file.</summary>
    private static readonly TimeSpan ConfirmMargin = TimeSpan.FromMinutes(2);

    private readonly List<ContentKey> _open = [];
    private readonly List<ListBatch> _batches = [];
    private readonly LostFiles _lost = new(run);
    private readonly Dictionary<Ticket, ListBatch> _asked = [];
    private TimeSpan _delay = run.Rules.ConfirmDelay;

    /// <summary>Connects the parts that need each other.</summary>
    public Posting Posting { private get; set; } = null!;

    /// <summary>True if no accepted upload waits to be confirmed. Files whose response was lost may wait.</summary>
    public bool IsConfirmed => (_open.Count == 0 || WaitsForMore || WaitsForSearch) && _batches.Count == 0;

    /// <summary>When the next list can be requested; null if nothing waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            var due = _batches.Where(batch => !batch.IsBusy).Select(batch => (DateTimeOffset?)batch.Due).Min();
            if (!run.IsStopping && !SearchesLater && _lost.NextDue is { } search && !(search > due))
            {
                due = search;
            }

            var opens = run.Health.OpensAt(RequestKind.Read);
            return due < opens ? opens : due;
        }
    }

    /// <summary>
    /// True if the list of the accepted uploads waits for more of them. A turn that ends continues in the next turn, and after a window,
    /// another one follows. If the limit of the day is used up, they are confirmed.
    /// </summary>
    private bool WaitsForMore => run.Rules.SavesLists && Posting.Waiting > 0
        && run.Health.OpensAt(RequestKind.Write) - run.Now < LongestWindow;

    /// <summary>True if the list of the accepted uploads waits until it can also find out which lost files did not arrive.</summary>
    private bool WaitsForSearch => run.Rules.SavesLists && _lost.NextDue > run.Now;

    /// <summary>True if more uploads may be accepted before the next list.</summary>
    private bool IsPosting => Posting.InFlight > 0 || Posting.CanContinue || WaitsForMore;

    /// <summary>True if the list of the accepted uploads, which is needed anyway, comes first and may find lost files, too.</summary>
    private bool SearchesLater =>
        run.Rules.SavesLists && (IsPosting || _batches.Exists(batch => batch.Purpose == ListPurpose.Confirm));

    /// <summary>Adds an accepted upload.</summary>
    public void AddSent(ContentKey key)
    {
        if (!run.Rules.CanList || run.CannotList || run.ItemOf(key).Start is null)
        {
            polling.AddUpload(key);
            return;
        }

        matcher.Expect(key);
        _open.Add(key);
    }

    /// <summary>Adds a file whose response was lost.</summary>
    /// <param name="key">The file.</param>
    /// <param name="due">When to search for it first; null when that can show that it did not arrive.</param>
    public void AddLost(ContentKey key, DateTimeOffset? due)
    {
        if (run.ItemOf(key).Start is null)
        {
            settling.Settle(new SyncFact(SyncFactKind.Unknown, key)
            {
                By = "NoStart",
                Why = "The response to the upload was lost, and the file has no start time to find the activity by.",
            });
            return;
        }

        matcher.Expect(key);
        _lost.AddFile(key, due);
    }

    /// <summary>Searches for planned files before they are sent.</summary>
    public void LookUpFirst(IReadOnlyList<SyncItem> planned)
    {
        foreach (var item in planned)
        {
            matcher.Expect(item.Key);
        }

        _batches.Add(new ListBatch(ListPurpose.LookUpFirst, planned, ConfirmMargin, run.Now));
        Posting.IsHeld = true;
    }

    public void SendDue()
    {
        if (_open.Count >= run.Rules.BatchSize || !(IsPosting || WaitsForSearch))
        {
            CloseBatch();
        }

        if (!run.IsStopping && !SearchesLater)
        {
            _batches.AddRange(_lost.TakeDue());
        }

        foreach (var batch in _batches.Where(batch => batch.Due <= run.Now && !batch.IsBusy).ToList())
        {
            if (run.TryAsk(this, new SyncRequest.ListPage(batch.Cursor)) is { } ticket)
            {
                batch.IsBusy = true;
                _asked.Add(ticket, batch);
            }
        }
    }

    public void Permit(Ticket ticket) => run.SendTicket(ticket);

    public void Postpone(Ticket ticket) => Release(ticket);

    public void Continue(Ticket ticket)
    {
    }

    public void Complete(Ticket ticket, SyncAnswer answer)
    {
        var batch = Release(ticket);
        if (answer is SyncAnswer.Page page)
        {
            ReadPage(batch, page.Activities);
        }
        else if (run.CannotList)
        {
            GiveUpListing(batch);
        }
    }

    private void CloseBatch()
    {
        if (_open.Count == 0)
        {
            return;
        }

        var searches = run.Rules.SavesLists && !run.IsStopping ? _lost.TakeDue() : [];
        if (_open is [var only] && searches.Count == 0)
        {
            polling.AddUpload(only);
        }
        else
        {
            var due = Posting.LastAccepted + _delay;
            var batch = new ListBatch(ListPurpose.Confirm, _open.ConvertAll(run.ItemOf), ConfirmMargin, due);
            _batches.AddRange([batch, .. searches.Where(search => !batch.TryAdd(search))]);
        }

        _open.Clear();
    }

    private ListBatch Release(Ticket ticket)
    {
        _asked.Remove(ticket, out var batch);
        batch!.IsBusy = false;
        return batch;
    }

    private void ReadPage(ListBatch batch, IReadOnlyList<ListedActivity> page)
    {
        foreach (var fact in matcher.MatchPage(page, batch.Purpose))
        {
            settling.Settle(fact.Fact, fact.PhotoCount);
        }

        // Another batch, or a poll, may have settled some of them.
        batch.Missing.RemoveWhere(key => !IsOpen(key, batch.Purpose));
        if (batch.MoveOn(page))
        {
            EndList(batch);
        }
        else if (batch.Purpose == ListPurpose.Confirm && batch.PagesRead >= Math.Max(MaxPages, batch.Missing.Count))
        {
            PollMissing(batch);
        }
    }

    private bool IsOpen(ContentKey key, ListPurpose purpose) => run.ItemOf(key).State switch
    {
        SyncState.Sending or SyncState.Sent => true,
        SyncState.Planned => purpose == ListPurpose.LookUpFirst,
        _ => false,
    };

    private void EndList(ListBatch batch)
    {
        if (batch.Purpose == ListPurpose.Confirm && batch.Rounds == 0 && batch.Missing.Count(key => !_lost.IsSearched(key)) > 1)
        {
            // The list is not complete yet, so it also shows nothing about lost files.
            batch.Restart(run.Now + run.Rules.SecondListDelay);
            return;
        }

        EndSearch(batch);
        switch (batch.Purpose)
        {
            case ListPurpose.LookUpFirst:
                _batches.Remove(batch);
                Posting.IsHeld = false;
                break;
            case ListPurpose.Search:
                _batches.Remove(batch);
                break;
            default:
                AdaptDelay(batch);
                PollMissing(batch);
                break;
        }
    }

    /// <summary>If many activities appeared only in the second list, the next batch waits longer.</summary>
    private void AdaptDelay(ListBatch batch)
    {
        if (batch.Rounds == 0)
        {
            _delay = Longer(_delay * 0.9, run.Rules.ConfirmDelay / 2);
        }
        else if (batch.Missing.Count * 10 < batch.Size)
        {
            _delay = Shorter(_delay * 1.5, run.Rules.SecondListDelay * 4);
        }
    }

    private void PollMissing(ListBatch batch)
    {
        _batches.Remove(batch);
        foreach (var key in batch.Missing.Order(run.ByStart))
        {
            if (_lost.IsSearched(key))
            {
                _lost.SearchAgain(key);
            }
            else
            {
                polling.AddUpload(key, run.Now);
            }
        }
    }

    private void EndSearch(ListBatch batch)
    {
        var missing = batch.Missing.Where(_lost.IsSearched).Order(run.ByStart).ToList();
        batch.Missing.ExceptWith(missing);
        foreach (var key in missing)
        {
            if (!_lost.IsMissing(key))
            {
                continue;
            }

            if (run.Rules.OnLostAnswer == LostAnswerAction.Ask)
            {
                settling.Settle(new SyncFact(SyncFactKind.Unknown, key)
                {
                    By = "LostAnswer",
                    Why = "The response to the upload was lost, and Strava does not list the activity.",
                });
            }
            else
            {
                run.Append(new SyncFact(SyncFactKind.Unsent, key) { By = "search", Why = "Strava does not list it." });
                Posting.Enqueue(key);
            }
        }
    }

    private void GiveUpListing(ListBatch batch)
    {
        _batches.Remove(batch);
        Posting.IsHeld = false;
        foreach (var key in batch.Missing)
        {
            if (_lost.IsSearched(key))
            {
                settling.Settle(new SyncFact(SyncFactKind.Unknown, key)
                {
                    By = "CannotList",
                    Why = "The response to the upload was lost, and the login may not list activities.",
                });
            }
            else if (batch.Purpose == ListPurpose.Confirm)
            {
                polling.AddUpload(key, run.Now);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
