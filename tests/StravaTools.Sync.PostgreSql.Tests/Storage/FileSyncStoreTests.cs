namespace StravaTools.Sync.PostgreSql.Tests.Storage;

public class FileSyncStoreTests : SyncStoreConformance
{
    private protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new FileStoreFixture());
}
