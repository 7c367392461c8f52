namespace StravaTools.Activities.Model;

/// <summary>The timer of the device started or stopped.</summary>
/// <param name="Time">When.</param>
/// <param name="Started">True for a start, false for a stop.</param>
/// <param name="Trigger">What did it, in FIT's words (manual, auto ...).</param>
public sealed record TimerEvent(DateTimeOffset Time, bool Started, string? Trigger);
