using StravaTools.Client;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Core;
using StravaTools.Sync.Folders;
using StravaTools.Sync.Ledgers;
using StravaTools.Sync.Model;
using StravaTools.Sync.Places;
using StravaTools.Sync.Reports;
using StravaTools.Sync.Results;
using StravaTools.Sync.Running;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync;

/// <summary>Computes what a run would do. It sends nothing, writes nothing, and needs no login.</summary>
/// <param name="server">The server.</param>
/// <param name="options">What to synchronize.</param>
/// <param name="clock">The clock; null for the system's.</param>
public sealed class SyncPlanner(Uri server, SyncOptions options, TimeProvider? clock = null)
{
    /// <summary>About 3 of 100 uploads are not in the list: duplicates, rejected files, and slow ones (measured on the fake).</summary>
    private const double PolledShare = 0.03;

    private const int BatchSize = 199;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly StatePlaces _places = StatePlaces.Create(options.StateFolder, server);

    /// <summary>Computes the plan.</summary>
    /// <exception cref="Http.Errors.ApiException">A folder or the ledger cannot be read.</exception>
    public async Task<SyncPlan> PlanAsync(CancellationToken cancellationToken = default)
    {
        var athletes = _places.Athletes();
        var athlete = _places.RecallAthlete(options.Login) ?? (athletes is [var only] ? only : null);
        var ledger = athlete is { } known ? new LedgerFolder(_places.LedgerOf(known), _clock).ReadCurrent()?.State : null;
        var state = ledger ?? new LedgerState();
        var scanner = new FolderScanner(state, options.Scan, _clock);
        var files = await scanner.ScanAsync(options.Paths, cancellationToken);
        var run = new RunContext(state, new SyncRules()) { Now = _clock.GetUtcNow() };
        var present = Triage.AddFiles(run, files);
        var reports = run.TakeEffects().OfType<SyncEffect.Report>().Select(effect => effect.File)
            .Concat(present.Where(key => run.ItemOf(key).State.Continues()).Select(key => ToReport(run, key)));
        var budget = new RequestBudget(_places.BudgetOf(options.Application), options.RequestReserve, _clock);
        budget.LoadFile();
        var kind = options.OnlyVerifies ? RequestKind.Read : RequestKind.Write;
        var left = budget.Book.LeftFor(kind, options.RequestReserve);
        var plan = new SyncPlan
        {
            Files = [.. reports.Select(ToResult).OrderBy(result => result.Path, StringComparer.Ordinal)],
            LeftInWindow = left.Quarter,
            LeftToday = left.Day,
        };
        return options.OnlyVerifies ? PlanVerification(plan, budget.Book, state, files) : PlanRun(plan, budget.Book);
    }

    /// <summary>A page has 200 activities, and repeats the last one of the page before it.</summary>
    private SyncPlan PlanVerification(SyncPlan plan, RequestBook book, LedgerState state, IReadOnlyList<ScannedFile> files)
    {
        var selected = Verification.SelectFiles(state, files, FolderSync.FoldersOf(options));
        var items = selected.Select(file => state.Items.GetValueOrDefault(file.Key)).OfType<SyncItem>().Distinct()
            .Where(Verification.CanBeThere).ToList();
        var lists = (items.Count(item => item.Start is not null) + BatchSize - 1) / BatchSize;
        var polls = 1 + items.Count(item => item.Start is null);
        return AddRequests(plan, book, RequestKind.Read, new SyncRequestCounts(0, lists, polls, 0)) with { ToVerify = selected.Count };
    }

    private SyncPlan PlanRun(SyncPlan plan, RequestBook book)
    {
        var work = plan.ToSend + plan.ToConfirm;
        if (work == 0)
        {
            return plan;
        }

        var lists = work == 1 ? 0 : (work + BatchSize - 1) / BatchSize;
        var polls = 1 + Math.Max(work == 1 ? 1 : 0, (int)Math.Ceiling(work * PolledShare));
        return AddRequests(plan, book, RequestKind.Write, new SyncRequestCounts(plan.ToSend, lists, polls, 0));
    }

    private SyncPlan AddRequests(SyncPlan plan, RequestBook book, RequestKind kind, SyncRequestCounts requests)
    {
        var windows = FindWindows(book, kind, requests.Total);
        return plan with
        {
            Requests = requests,
            Windows = windows,
            DoneAt = windows[^1].Start + TimeSpan.FromSeconds(windows[^1].Requests),
        };
    }

    private List<SyncWindow> FindWindows(RequestBook book, RequestKind kind, int requests)
    {
        var windows = new List<SyncWindow>();
        while (requests > 0)
        {
            var (quarter, day) = book.LeftFor(kind, options.RequestReserve);
            var sent = Math.Min(requests, Math.Min(quarter, day));
            if (sent > 0)
            {
                windows.Add(new SyncWindow(book.At, sent));
                book = book.TakeRequests(kind, sent);
                requests -= sent;
            }

            var window = day <= sent ? RateLimitWindow.Daily : RateLimitWindow.FifteenMinutes;
            book = book.MoveTo(StravaRateLimit.ResetAfter(book.At, window));
        }

        return windows;
    }

    private static FileReport ToReport(RunContext run, ContentKey key)
    {
        var item = run.ItemOf(key);
        return new FileReport(run.FileOf(key)!.Path, item.State, item, null, null, IsNew: false);
    }

    private SyncResult ToResult(FileReport report) => ResultReader.ToResult(report, _places.Site);
}
