using StravaTools.Sync.PostgreSql.Tests.Clusters;

namespace StravaTools.Sync.PostgreSql.Tests.Storage;

public class PostgreSqlSyncStoreTests(SharedCluster cluster) : SyncStoreConformance
{
    private protected override async Task<StoreFixture> CreateFixtureAsync() => await PostgreSqlStoreFixture.CreateAsync(cluster);
}
