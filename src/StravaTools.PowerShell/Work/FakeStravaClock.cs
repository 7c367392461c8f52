namespace StravaTools.PowerShell.Work;

/// <summary>The clock of a fake server.</summary>
/// <param name="Mode">System shows the real time, Running another time, and Frozen a time that does not pass.</param>
/// <param name="Now">The time.</param>
public sealed record FakeStravaClock(string Mode, DateTimeOffset Now);
