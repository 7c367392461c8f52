using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats;

/// <summary>The values of a point for writers: null if the point has no value that can be written.</summary>
internal static class StreamValues
{
    public static double? ValueAt(this ImmutableArray<double> stream, int point)
    {
        if (!stream.IsEmpty && double.IsFinite(stream[point]))
        {
            return stream[point];
        }

        return null;
    }

    public static float? ValueAt(this ImmutableArray<float> stream, int point)
    {
        if (!stream.IsEmpty && float.IsFinite(stream[point]))
        {
            return stream[point];
        }

        return null;
    }

    /// <summary>The rounded value; null outside the range, since a wrong value is worse than none.</summary>
    public static int? WholeAt(this ImmutableArray<float> stream, int point, int smallest, int largest)
    {
        if (stream.ValueAt(point) is { } value && MathF.Round(value) is var rounded && rounded >= smallest && rounded <= largest)
        {
            return (int)rounded;
        }

        return null;
    }

    /// <summary>The instant of a point, rounded to 100 ns, so that 0.1 s in a double stays 0.1 s.</summary>
    public static DateTimeOffset? InstantOf(this ActivityStreams streams, int point)
    {
        if (streams.Origin is not { } origin || streams.Time.ValueAt(point) is not { } seconds)
        {
            return null;
        }

        var since = Math.Round(seconds * TimeSpan.TicksPerSecond);
        if (since >= -origin.UtcTicks && since <= DateTime.MaxValue.Ticks - origin.UtcTicks)
        {
            return new DateTimeOffset(origin.UtcTicks + (long)since, TimeSpan.Zero);
        }

        return null;
    }

    public static int Positions(this ActivityStreams streams)
    {
        var count = 0;
        for (var i = 0; i < streams.Count; i++)
        {
            if (streams.HasPosition(i))
            {
                count++;
            }
        }

        return count;
    }

    public static int CountTimes(this ActivityStreams streams) => streams.Time.Count(double.IsFinite);

    /// <summary>The start of the activity, or else of its first point.</summary>
    public static DateTimeOffset? StartTimeOf(this Activity activity) => activity.StartTime ?? activity.Streams.Origin;

    /// <summary>A time plus a duration; null if the result is outside the calendar.</summary>
    public static DateTimeOffset? AddDuration(this DateTimeOffset? time, TimeSpan? span)
    {
        if (time is not { } start)
        {
            return null;
        }

        if (span is not { } length)
        {
            return start;
        }

        if (length.Ticks <= DateTime.MaxValue.Ticks - Math.Max(start.Ticks, start.UtcTicks)
            && length.Ticks >= -Math.Min(start.Ticks, start.UtcTicks))
        {
            return start + length;
        }

        return null;
    }

    /// <summary>The elapsed time of the activity, or else of its points; null if a clock that was set back makes it negative.</summary>
    public static TimeSpan? ElapsedTimeOf(this Activity activity)
    {
        if ((activity.ElapsedTime ?? (activity.Streams.LastTime - activity.StartTimeOf())) is { Ticks: >= 0 } span)
        {
            return span;
        }

        return null;
    }
}
