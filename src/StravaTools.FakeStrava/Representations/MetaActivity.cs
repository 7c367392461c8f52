using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>The meta representation of an activity, in what is part of it.</summary>
/// <param name="Id">The id.</param>
/// <param name="ResourceState">1: meta.</param>
public sealed record MetaActivity(long Id, int ResourceState = 1)
{
    /// <summary>Who sees the activity: "everyone" or "only_me".</summary>
    [OnlyIn(FakeProfile.Current)]
    public string Visibility { get; init; } = ActivityVisibility.Everyone;
}
