namespace StravaTools.FakeStrava.Admin;

/// <summary>The clock as the administration shows it.</summary>
internal sealed record ClockState(ClockMode Mode, DateTimeOffset Now);
