namespace StravaTools.FakeStrava.Representations;

/// <summary>Summary of the photos of an activity.</summary>
/// <param name="Count">How many.</param>
/// <param name="Primary">The photo that is shown.</param>
/// <param name="UsePrimaryPhoto">True if there is one (swagger).</param>
public sealed record PhotosSummary(int Count, PrimaryPhoto? Primary, bool UsePrimaryPhoto = false);
