namespace StravaTools.FakeStrava.Representations;

/// <summary>The meta representation of an activity, in what is part of it.</summary>
/// <param name="Id">The id.</param>
/// <param name="ResourceState">1: meta.</param>
public sealed record MetaActivity(long Id, int ResourceState = 1);
