namespace StravaTools.Activities.Model;

/// <summary>The timer of the device started or stopped.</summary>
/// <param name="Time">The time of the event.</param>
/// <param name="Started">True for a start, false for a stop.</param>
/// <param name="Trigger">The cause in FIT's words (such as manual or auto).</param>
public sealed record TimerEvent(DateTimeOffset Time, bool Started, string? Trigger);
