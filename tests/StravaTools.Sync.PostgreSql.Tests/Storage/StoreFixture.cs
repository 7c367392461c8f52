using StravaTools.Sync.Model;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync.PostgreSql.Tests.Storage;

/// <summary>A place where stores keep facts. The test sets its clock.</summary>
internal abstract class StoreFixture : IAsyncDisposable
{
    /// <summary>In the middle of a quarter of an hour.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 5, 0, TimeSpan.Zero);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public DateTimeOffset Now { get; private set; } = Start;

    /// <summary>Opens the store, as another process would.</summary>
    public abstract Task<ISyncStore> OpenAsync(int reserve = 0);

    /// <summary>Submits files of the athlete.</summary>
    public abstract Task SubmitAsync(params SyncFact[] files);

    /// <summary>Ends the process that has a claim.</summary>
    public abstract Task KillAsync(ISyncStore store);

    /// <summary>Sets the clock of the store.</summary>
    public virtual Task SetTimeAsync(DateTimeOffset now)
    {
        Now = now;
        return Task.CompletedTask;
    }

    public abstract ValueTask DisposeAsync();
}
