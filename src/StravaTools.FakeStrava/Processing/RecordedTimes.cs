using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Start, elapsed time, and moving time of a recording.</summary>
internal static class RecordedTimes
{
    /// <summary>As the file states, else the first point; null without either.</summary>
    public static DateTimeOffset? FindStart(Activity recording) => recording.StartTime ?? recording.Streams.Origin;

    public static TimeSpan ComputeElapsed(Activity recording) =>
        recording.ElapsedTime ?? recording.Streams.LastTime - FindStart(recording) ?? TimeSpan.Zero;

    /// <summary>At most the elapsed time.</summary>
    public static TimeSpan ComputeMoving(Activity recording, TimeSpan elapsed)
    {
        if (FindMoving(recording) is { } moving && moving < elapsed)
        {
            return moving;
        }

        return elapsed;
    }

    /// <summary>
    /// From the points if they cover a distance, else (indoors) from the device's own timer, else from the timers of the pool lengths.
    /// </summary>
    private static TimeSpan? FindMoving(Activity recording)
    {
        if (DistanceAnalysis.TotalDistance(recording.Streams) > 0)
        {
            return MovingTime.TotalTime(recording.Streams);
        }

        return recording.TimerTime ?? ComputeSwimming(recording.Lengths);
    }

    private static TimeSpan? ComputeSwimming(ImmutableArray<PoolLength> lengths)
    {
        if (lengths.IsEmpty)
        {
            return null;
        }

        var times = lengths.Where(length => length.IsActive).Select(length => length.TimerTime ?? length.ElapsedTime ?? TimeSpan.Zero);
        return TimeSpan.FromSeconds(times.Sum(time => time.TotalSeconds));
    }
}
