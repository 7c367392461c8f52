namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>
/// Tests that run while no other test runs: with the fast clock, a fake server that waits for a processor for three seconds loses ten
/// minutes.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Alone
{
    public const string Name = "Alone";
}
