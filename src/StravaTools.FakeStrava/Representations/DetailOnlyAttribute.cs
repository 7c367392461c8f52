namespace StravaTools.FakeStrava.Representations;

/// <summary>Marks what the detailed representation has and the summary does not (strava-activities.md, "Summary representation").</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DetailOnlyAttribute : Attribute;
