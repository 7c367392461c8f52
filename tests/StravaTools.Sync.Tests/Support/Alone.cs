namespace StravaTools.Sync.Tests.Support;

/// <summary>Tests that measure processor time, and so run while no other test runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Alone
{
    public const string Name = "Alone";
}
