namespace StravaTools.FakeStrava.Representations;

/// <summary>Who sees a figure of an activity.</summary>
/// <param name="Type">The figure, such as "heart_rate".</param>
/// <param name="Visibility">"everyone".</param>
public sealed record StatVisibility(string Type, string Visibility = ActivityVisibility.Everyone);
