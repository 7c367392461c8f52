using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Analysis;

/// <summary>The highest average power over a duration within an activity.</summary>
/// <param name="Duration">The duration.</param>
/// <param name="Power">Watts.</param>
/// <param name="StartOffset">The time from the origin of the points to its start.</param>
public sealed record BestPower(TimeSpan Duration, double Power, TimeSpan StartOffset)
{
    /// <summary>The duration and the power, such as "5:00 301 W".</summary>
    public override string ToString() => MessageText.Format($"{DurationText.Format(Duration)} {Power:0} W");
}
