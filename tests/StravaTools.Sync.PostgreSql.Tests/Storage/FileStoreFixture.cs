using StravaTools.Sync.Ledgers;
using StravaTools.Sync.Model;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync.PostgreSql.Tests.Storage;

internal sealed class FileStoreFixture : StoreFixture
{
    private const long Athlete = 227615;

    private readonly ManualTimeProvider _clock = new(Start);
    private readonly string _folder = Directory.CreateTempSubdirectory("stores-").FullName;
    private readonly List<ISyncStore> _stores = [];

    public override Task<ISyncStore> OpenAsync(int reserve = 0)
    {
        var budget = new RequestBudget(Path.Combine(_folder, "limits.json"), reserve, _clock);
        var header = new LedgerHeader(LedgerHeader.CurrentVersion, "test:443", Athlete, 1);
        var store = new FileSyncStore(new LedgerFolder(Path.Combine(_folder, "ledger"), _clock), header, budget, _clock);
        _stores.Add(store);
        return Task.FromResult<ISyncStore>(store);
    }

    public override async Task SubmitAsync(params SyncFact[] files)
    {
        await using var store = await OpenAsync();
        var claim = await store.ClaimAsync(Cancellation);
        await store.SubmitAsync(claim!, files, Cancellation);
    }

    public override async Task KillAsync(ISyncStore store) => await store.DisposeAsync();

    public override Task SetTimeAsync(DateTimeOffset now)
    {
        _clock.SetUtcNow(now);
        return base.SetTimeAsync(now);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
