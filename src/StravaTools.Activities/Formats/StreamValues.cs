using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats;

/// <summary>What a point has of a stream, for writers: null where it has nothing that can be written.</summary>
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

    /// <summary>Rounded; null out of the range, since a wrong value is worse than none.</summary>
    public static int? WholeAt(this ImmutableArray<float> stream, int point, int smallest, int largest)
    {
        if (stream.ValueAt(point) is { } value && MathF.Round(value) is var whole && whole >= smallest && whole <= largest)
        {
            return (int)whole;
        }

        return null;
    }

    /// <summary>The instant of a point to 100 ns: the seconds are a double, and 0.1 s is to come back as 0.1 s.</summary>
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
            count += streams.HasPosition(i) ? 1 : 0;
        }

        return count;
    }

    public static int CountTimes(this ActivityStreams streams) => streams.Time.Count(double.IsFinite);

    /// <summary>When it began, by what it says or by its first point.</summary>
    public static DateTimeOffset? StartTimeOf(this Activity activity) => activity.StartTime ?? activity.Streams.Origin;

    /// <summary>A time after another; null in the year 9999, where it may leave the calendar.</summary>
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

        if (length.Ticks <= DateTime.MaxValue.Ticks - Math.Max(start.Ticks, start.UtcTicks) && length.Ticks >= -Math.Min(start.Ticks, start.UtcTicks))
        {
            return start + length;
        }

        return null;
    }

    /// <summary>How long it took, by what it says or by its points; null where a clock that was set back makes it less than nothing.</summary>
    public static TimeSpan? ElapsedTimeOf(this Activity activity)
    {
        if ((activity.ElapsedTime ?? (activity.Streams.LastTime - activity.StartTimeOf())) is { Ticks: >= 0 } span)
        {
            return span;
        }

        return null;
    }
}
