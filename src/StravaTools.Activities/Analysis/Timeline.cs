using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// Time, distance, and moving time since the first point, at each point and never decreasing. Splits, laps, and efforts are based on it. A
/// point without a time has that of the previous point.
/// </summary>
public sealed class Timeline
{
    /// <summary>Arrays, because best efforts look up hundreds of thousands of values.</summary>
    private readonly double[] _seconds;

    private readonly double[] _meters;

    private Timeline(double[] seconds, double[] meters, double[] moving) => (_seconds, _meters, MovingSeconds) = (seconds, meters, moving);

    /// <summary>Seconds since <see cref="ActivityStreams.Origin"/>.</summary>
    public IReadOnlyList<double> Seconds => _seconds;

    /// <summary>Meters since the start; all 0 if the points have neither distance nor position.</summary>
    public IReadOnlyList<double> Meters => _meters;

    /// <summary>Seconds of moving since the start, by <see cref="MovingTime"/>.</summary>
    public IReadOnlyList<double> MovingSeconds { get; }

    /// <summary>The number of points.</summary>
    public int Count => Seconds.Count;

    /// <summary>The timeline of points.</summary>
    public static Timeline FromStreams(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var seconds = new double[streams.Count];
        var moving = MovingTime.Intervals(streams);
        for (var i = 0; i < seconds.Length; i++)
        {
            if (i > 0)
            {
                seconds[i] = seconds[i - 1];
                moving[i] += moving[i - 1];
            }

            // NaN and times that go back compare false.
            if (!streams.Time.IsEmpty && streams.Time[i] > seconds[i])
            {
                seconds[i] = streams.Time[i];
            }
        }

        var meters = DistanceAnalysis.Cumulative(streams);
        return new Timeline(seconds, meters.Length == 0 ? new double[streams.Count] : meters, moving);
    }

    /// <summary>The first point at or past a number of seconds; <see cref="Count"/> if no point is.</summary>
    public int FirstAt(double seconds) => FirstAtLeast(_seconds, seconds);

    /// <summary>The first point at or past a distance; <see cref="Count"/> if no point is.</summary>
    public int FirstAtDistance(double meters) => FirstAtLeast(_meters, meters);

    private static int FirstAtLeast(double[] values, double minimum)
    {
        var (low, high) = (0, values.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (values[middle] < minimum)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
