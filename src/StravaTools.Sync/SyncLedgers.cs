using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;
using StravaTools.Sync.Core;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Folders;
using StravaTools.Sync.Ledgers;
using StravaTools.Sync.Model;
using StravaTools.Sync.Places;
using StravaTools.Sync.Reports;
using StravaTools.Sync.Results;
using StravaTools.Sync.Running;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync;

/// <summary>The ledgers of a server on this machine.</summary>
/// <param name="server">The server.</param>
/// <param name="stateFolder">The root folder of ledgers; null for the user's state folder.</param>
/// <param name="clock">The clock; null for the system's.</param>
public sealed class SyncLedgers(Uri server, string? stateFolder = null, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly StatePlaces _places = StatePlaces.Create(stateFolder, server);

    /// <summary>The root folder of ledgers, if no other is specified: the user's state folder, or STRAVATOOLS_STATE.</summary>
    public static string DefaultFolder => StatePlaces.RootFor(Environment.GetEnvironmentVariable);

    /// <summary>The athletes that have a ledger.</summary>
    public IReadOnlyList<long> Athletes => _places.Athletes();

    /// <summary>Reads what a ledger says about each file, in the order of their paths.</summary>
    /// <exception cref="ApiException">The ledger is damaged or cannot be read.</exception>
    public IReadOnlyList<SyncResult> ReadItems(long athlete)
    {
        var items = FolderOf(athlete).ReadCurrent()?.State.Items.Values ?? [];
        var results = items.Select(item => ResultReader.ToResult(item, _places.Site) with { Athlete = athlete });
        return [.. results.OrderBy(result => result.Path, StringComparer.Ordinal)];
    }

    /// <summary>Tests a ledger. Damage is a result, not an exception.</summary>
    public LedgerReport TestLedger(long athlete)
    {
        var folder = FolderOf(athlete);
        var report = new LedgerReport { Path = folder.CurrentFile ?? folder.Path, Athlete = athlete };
        try
        {
            if (folder.ReadCurrent() is not { } content)
            {
                return report with { Problem = "There is no ledger." };
            }

            var size = new FileInfo(report.Path).Length;
            return report with
            {
                IsValid = content.Header is not null,
                Problem = content.Header is null ? "It has no intact header." : null,
                Lines = content.Lines,
                Size = size,
                CutOff = size - content.Length,
                Contradictions = content.State.Contradictions,
                Generation = content.Header?.Generation ?? 0,
                States = content.State.Items.Values.CountBy(item => item.State).ToDictionary(),
                LastSuccess = content.State.LastSuccess,
            };
        }
        catch (ApiException e)
        {
            return report with { Problem = e.Summary };
        }
    }

    /// <summary>Makes a report of the last runs and of what remains to be done. It sends no request.</summary>
    /// <param name="athlete">The athlete.</param>
    /// <param name="runs">The number of runs; at most 100 are kept.</param>
    /// <param name="remedies">What to do about files and runs; null for general advice.</param>
    /// <exception cref="ApiException">There is no ledger, or it is damaged or cannot be read.</exception>
    public SyncReport ReadReport(long athlete, int runs = 1, SyncRemedies? remedies = null)
    {
        var folder = FolderOf(athlete);
        if (folder.CurrentFile is not { } path || folder.ReadCurrent() is not { } content)
        {
            throw new ApiException(SyncErrors.LedgerNotFound, folder.Path);
        }

        return new ReportBuilder(content.State, server, remedies ?? new SyncRemedies(), _clock.GetUtcNow()).Create(athlete, path, runs);
    }

    /// <summary>Forgets that files were sent, so that the next run sends them again.</summary>
    /// <param name="athlete">The athlete.</param>
    /// <param name="paths">The full paths of the files.</param>
    /// <returns>The files that the ledger has.</returns>
    /// <exception cref="ApiException">Another run uses the ledger, or it cannot be written.</exception>
    public IReadOnlyList<SyncResult> ResetItems(long athlete, IReadOnlyCollection<string> paths)
    {
        var folder = FolderOf(athlete);
        using var alone = LedgerLock.TakeLock(folder.Path);
        using var writer = folder.OpenForWriting(HeaderOf(athlete), out var state);
        var found = paths.Select(path => state.Paths.GetValueOrDefault(path)).OfType<PathRecord>().Select(record => record.Key)
            .Distinct().Select(key => state.Items[key]).ToList();
        writer.Append(found.ConvertAll(item => new SyncFact(SyncFactKind.Forget, item.Key) { Time = _clock.GetUtcNow() }), isDurable: true);
        return found.ConvertAll(item => ResultReader.ToResult(item with { State = SyncState.Planned }, _places.Site));
    }

    /// <summary>
    /// Rebuilds a ledger: keeps every intact line, and finds the activities of all other files in Strava's list by the key in their
    /// external ID. A damaged ledger is kept aside.
    /// </summary>
    /// <param name="athlete">The athlete.</param>
    /// <param name="client">The client of that athlete. One request for each 200 activities is sent.</param>
    /// <param name="options">The folders whose files are looked for, and the application, whose rate limits apply.</param>
    /// <param name="cancellationToken">Cancels the operation. Nothing is changed then.</param>
    /// <returns>The files whose activities were found.</returns>
    /// <exception cref="ApiException">Another run uses the ledger, or a request to Strava failed.</exception>
    public async Task<IReadOnlyList<SyncResult>> RepairAsync(
        long athlete, StravaClient client, SyncOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        var folder = FolderOf(athlete);
        OwnerOnly.CreateFolder(folder.Path);
        using var alone = LedgerLock.TakeLock(folder.Path);
        var (state, generation) = folder.Salvage();
        var files = await new FolderScanner(state, options.Scan, _clock).ScanAsync(options.Paths, cancellationToken);
        var run = new RunContext(state, new SyncRules()) { Now = _clock.GetUtcNow() };
        Triage.AddFiles(run, files);
        var budget = new RequestBudget(_places.BudgetOf(options.Application), options.RequestReserve, _clock);
        var found = await FindActivitiesAsync(run, new LimitedReads(client, budget, _clock), cancellationToken);
        folder.Replace(HeaderOf(athlete) with { Generation = generation + 1 }, LedgerSnapshot.FactsOf(state));
        var results = found.Select(key => ResultReader.ToResult(state.Items[key], _places.Site));
        return [.. results.OrderBy(result => result.Path, StringComparer.Ordinal)];
    }

    private static async Task<HashSet<ContentKey>> FindActivitiesAsync(
        RunContext run, LimitedReads reads, CancellationToken cancellationToken)
    {
        var matcher = new Matcher(run);
        foreach (var item in run.Ledger.Items.Values.Where(item => item.State.Continues() || item.State == SyncState.Unknown))
        {
            matcher.Expect(item.Key);
        }

        var found = new HashSet<ContentKey>();
        var after = DateTimeOffset.UnixEpoch;
        while (await reads.ListPageAsync(after, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var (fact, _) in matcher.MatchPage(page, ListPurpose.Search))
            {
                run.Append(fact with { By = "rebuild" });
                found.Add(fact.Key);
            }

            after = ListCursor.MoveAfter(after, page);
        }

        return found;
    }

    private LedgerFolder FolderOf(long athlete) => new(_places.LedgerOf(athlete), _clock);

    private LedgerHeader HeaderOf(long athlete) => new(LedgerHeader.CurrentVersion, _places.Host, athlete, 1);
}
