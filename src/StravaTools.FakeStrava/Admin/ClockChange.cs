namespace StravaTools.FakeStrava.Admin;

/// <summary>A change of the clock; without a time, it keeps its time.</summary>
internal sealed record ClockChange(ClockMode Mode, DateTimeOffset? Now = null);
