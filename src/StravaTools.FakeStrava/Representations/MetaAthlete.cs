namespace StravaTools.FakeStrava.Representations;

/// <summary>The meta representation of an athlete.</summary>
/// <param name="Id">The id.</param>
/// <param name="ResourceState">1: meta.</param>
public sealed record MetaAthlete(long Id, int ResourceState = 1);
