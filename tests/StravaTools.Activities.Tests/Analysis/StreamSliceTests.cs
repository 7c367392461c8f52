using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>A range of points as separate streams.</summary>
public class StreamSliceTests
{
    private static readonly ActivityStreams Whole = new()
    {
        Count = 4,
        Origin = DateTimeOffset.UnixEpoch,
        Time = [0, 1, 2, 3],
        Latitude = [10, 11, 12, 13],
        Longitude = [20, 21, 22, 23],
        Altitude = [30, 31, 32, 33],
        Distance = [40, 41, 42, 43],
        Speed = [50, 51, 52, 53],
        HeartRate = [60, 61, 62, 63],
        Cadence = [70, 71, 72, 73],
        Power = [80, 81, 82, 83],
        Temperature = [90, 91, 92, 93],
    };

    [Fact]
    public void Slice_has_the_first_and_the_last_point_of_each_stream_and_the_origin_of_all()
    {
        var slice = StreamSlice.Between(Whole, 1, 2);

        Assert.Equal((2, Whole.Origin), (slice.Count, slice.Origin));
        Assert.Equal([1, 2], slice.Time);
        Assert.Equal([11, 12], slice.Latitude);
        Assert.Equal([21, 22], slice.Longitude);
        Assert.Equal([31, 32], slice.Altitude);
        Assert.Equal([41, 42], slice.Distance);
        Assert.Equal([51, 52], slice.Speed);
        Assert.Equal([61, 62], slice.HeartRate);
        Assert.Equal([71, 72], slice.Cadence);
        Assert.Equal([81, 82], slice.Power);
        Assert.Equal([91, 92], slice.Temperature);
    }

    [Fact]
    public void Absent_stream_stays_absent() => Assert.Empty(StreamSlice.Between(Whole with { Power = [] }, 1, 2).Power);

    [Fact]
    public void Slice_of_one_point_has_one_point() => Assert.Equal([3.0], StreamSlice.Between(Whole, 3, 3).Time);
}
