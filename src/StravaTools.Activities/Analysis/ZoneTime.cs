using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Analysis;

/// <summary>The time in one zone of heart rate or power.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Minimum">The lower bound in beats per minute or watts; it belongs to the zone.</param>
/// <param name="Maximum">The upper bound; it belongs to the next zone. Null for the highest zone.</param>
/// <param name="Time">The time.</param>
public sealed record ZoneTime(int Number, double Minimum, double? Maximum, TimeSpan Time)
{
    /// <summary>The number and the time, such as "Z2 12:03".</summary>
    public override string ToString() => MessageText.Format($"Z{Number} {DurationText.Format(Time)}");
}
