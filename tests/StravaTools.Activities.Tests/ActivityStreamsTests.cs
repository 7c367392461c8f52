using StravaTools.Activities.Model;
using StravaTools.Activities.Tests.Formats.Fit;

namespace StravaTools.Activities.Tests;

/// <summary>The points of one activity in a file with several.</summary>
public sealed class ActivityStreamsTests
{
    [Fact]
    public void Times_of_the_second_session_count_from_its_own_first_point()
    {
        var second = Sessions()[1].Streams;

        Assert.Equal(FitBuilder.StartTime.AddSeconds(100), second.Origin);
        Assert.Equal([0.0, 7.0, 20.0], second.Time);
        Assert.Equal(FitBuilder.StartTime.AddSeconds(107), second.TimeOf(1));
        Assert.Equal(FitBuilder.StartTime.AddSeconds(120), second.LastTime);
    }

    [Fact]
    public void Times_of_the_first_session_keep_their_origin()
    {
        var first = Sessions()[0].Streams;

        Assert.Equal(FitBuilder.StartTime.AddSeconds(3), first.Origin);
        Assert.Equal([0.0, 10.0], first.Time);
    }

    [Fact]
    public void Stream_of_one_session_is_absent_in_the_other()
    {
        var sessions = Sessions();

        Assert.Empty(sessions[0].Streams.Power);
        Assert.Equal([200f, float.NaN, 220f], sessions[1].Streams.Power);
        Assert.Equal([90f, 91f], sessions[0].Streams.HeartRate);
    }

    /// <summary>A session with points at 3 s and 13 s, and one with points at 100 s, 107 s and 120 s.</summary>
    private static IReadOnlyList<Activity> Sessions() => FitBuilder.NewActivity()
        .RecordAt(3, FitFields.HeartRate(90)).RecordAt(13, FitFields.HeartRate(91))
        .RecordAt(100, FitFields.Power(200)).RecordAt(107, FitFields.HeartRate(95)).RecordAt(120, FitFields.Power(220))
        .SessionAt(3).SessionAt(100).Read();
}
