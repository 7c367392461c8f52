using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>The photo of an activity that is shown.</summary>
/// <param name="Id">Null for a photo of Strava's own.</param>
/// <param name="Source">1: Strava.</param>
/// <param name="UniqueId">Its id.</param>
/// <param name="Urls">Its URLs, by size in pixels.</param>
public sealed record PrimaryPhoto([property: OnlyIn(FakeProfile.Documented)] long? Id, int Source, string UniqueId, PhotoSizes Urls)
{
    /// <summary>1: a picture.</summary>
    [OnlyIn(FakeProfile.Current)]
    public int MediaType => 1;
}
