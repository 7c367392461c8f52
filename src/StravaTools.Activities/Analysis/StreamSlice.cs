using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>A range of points as streams that can be analyzed like the complete ones.</summary>
public static class StreamSlice
{
    /// <summary>The points from the first to the last, both included; times count from the same origin.</summary>
    public static ActivityStreams Between(ActivityStreams streams, int first, int last)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ImmutableArray<T> Cut<T>(ImmutableArray<T> values)
        {
            if (values.IsEmpty)
            {
                return values;
            }

            return values.Slice(first, last - first + 1);
        }
        return new ActivityStreams
        {
            Count = last - first + 1,
            Origin = streams.Origin,
            Time = Cut(streams.Time),
            Latitude = Cut(streams.Latitude),
            Longitude = Cut(streams.Longitude),
            Altitude = Cut(streams.Altitude),
            Distance = Cut(streams.Distance),
            Speed = Cut(streams.Speed),
            HeartRate = Cut(streams.HeartRate),
            Cadence = Cut(streams.Cadence),
            Power = Cut(streams.Power),
            Temperature = Cut(streams.Temperature),
        };
    }
}
