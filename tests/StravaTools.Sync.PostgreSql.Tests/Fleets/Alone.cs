namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>
/// Tests that run while no other test runs: if the fake server waits three seconds for a processor, ten minutes pass on the fast clock.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Alone
{
    public const string Name = "Alone";
}
