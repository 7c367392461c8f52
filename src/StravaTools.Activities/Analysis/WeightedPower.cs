using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// Weighted power, "similar to xPower or Normalized Power" (strava-activities.md, weighted_average_watts). Strava does not publish its
/// formula, so this is the published one of Normalized Power: the fourth root of the mean of the fourth powers of the mean of the last 30
/// s, taken every second from the 30th.
/// </summary>
public static class WeightedPower
{
    /// <summary>Seconds of the rolling mean.</summary>
    public const int Window = 30;

    /// <summary>Seconds without a point after which the device was paused: the pause does not count.</summary>
    public const int MaxGap = 30;

    /// <summary>Watts; null if the points have power for fewer seconds than the window.</summary>
    public static double? ComputeWeightedPower(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var watts = EachSecond(streams);
        if (watts.Count < Window)
        {
            return null;
        }

        var (sum, fourth) = (0.0, 0.0);
        for (var i = 0; i < watts.Count; i++)
        {
            sum += watts[i] - (i >= Window ? watts[i - Window] : 0);
            fourth += i >= Window - 1 ? Math.Pow(sum / Window, 4) : 0;
        }

        return Math.Pow(fourth / (watts.Count - Window + 1), 0.25);
    }

    /// <summary>A value applies until the next one.</summary>
    private static List<double> EachSecond(ActivityStreams streams)
    {
        var watts = new List<double>();
        double last = double.NaN, value = 0;
        for (var i = 0; i < streams.Power.Length; i++)
        {
            if (float.IsNaN(streams.Power[i]) || streams.Time.IsEmpty || double.IsNaN(streams.Time[i]))
            {
                continue;
            }

            var seconds = double.IsNaN(last) ? 0 : (int)Math.Clamp(Math.Round(streams.Time[i]) - Math.Round(last), 0, MaxGap + 1);
            watts.AddRange(Enumerable.Repeat(value, seconds > MaxGap ? 1 : seconds));
            (last, value) = (streams.Time[i], streams.Power[i]);
        }

        if (!double.IsNaN(last))
        {
            watts.Add(value);
        }

        return watts;
    }
}
