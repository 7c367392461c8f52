namespace StravaTools.Activities.Model;

/// <summary>A heart rate with a time of its own.</summary>
/// <param name="Time">The time of the measurement.</param>
/// <param name="HeartRate">Beats per minute.</param>
public readonly record struct HeartRateSample(DateTimeOffset Time, int HeartRate);
