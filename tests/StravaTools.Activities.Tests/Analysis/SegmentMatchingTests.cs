using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>Passages over a segment, on the equator: a thousandth of a degree is 111.195 m in each direction.</summary>
public class SegmentMatchingTests
{
    private const double Step = 111.195;

    /// <summary>North by 111 m every 20 s.</summary>
    private static readonly ActivityStreams North = Track([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

    [Fact]
    public void Passage_goes_from_the_point_nearest_to_the_start_to_the_point_nearest_to_the_end()
    {
        var passage = SegmentMatching.FindPassage(North, At(2.1), At(6.9), 5 * Step)!;

        Assert.Equal((2, 7), (passage.FirstPoint, passage.LastPoint));
        Assert.Equal([40.0, 100, 100],
            new[] { passage.StartOffset, passage.ElapsedTime, passage.MovingTime }.Select(time => time.TotalSeconds));
        Assert.Equal(5 * Step, passage.Distance, 0.1);
    }

    [Fact]
    public void Nearest_point_counts_if_several_are_near()
    {
        // A point every 11 m: six of them are within 35 m of the start.
        var passage = SegmentMatching.FindPassage(Track([.. Enumerable.Range(0, 100).Select(i => i * 0.1)]), At(2.02), At(6.98), 5 * Step)!;

        Assert.Equal((20, 70), (passage.FirstPoint, passage.LastPoint));
    }

    [Fact]
    public void Segment_in_the_opposite_direction_is_not_passed() =>
        Assert.Null(SegmentMatching.FindPassage(North, At(7), At(2), 5 * Step));

    [Theory]
    [InlineData(0.305, true)]
    [InlineData(0.325, false)]
    public void Start_and_end_can_be_35_meters_away(double east, bool found)
    {
        Assert.Equal(found, SegmentMatching.FindPassage(North, At(2, east), At(7), 5 * Step) is not null);
        Assert.Equal(found, SegmentMatching.FindPassage(North, At(2), At(7, east), 5 * Step) is not null);
    }

    [Theory]
    [InlineData(4.3, false)]
    [InlineData(4.4, true)]
    [InlineData(5.8, true)]
    [InlineData(5.9, false)]
    public void Passage_can_be_15_percent_longer_or_shorter_than_the_segment(double steps, bool found) =>
        Assert.Equal(found, SegmentMatching.FindPassage(North, At(2), At(7), steps * Step) is not null);

    [Fact]
    public void Passage_after_a_detour_begins_with_the_second_time_at_the_start()
    {
        // Out and back by 222 m, then over the segment.
        var passage = SegmentMatching.FindPassage(Track([0, 1, 2, 1, 0, 1, 2, 3, 4, 5]), At(0), At(5), 5 * Step)!;

        Assert.Equal((4, 9), (passage.FirstPoint, passage.LastPoint));
    }

    [Fact]
    public void Passage_can_end_with_the_second_time_at_the_end()
    {
        // Past the end after 222 m, and again after 444 m.
        var passage = SegmentMatching.FindPassage(Track([0, 1, 2, 3, 2, 1]), At(0), At(2), 4 * Step)!;

        Assert.Equal((0, 4), (passage.FirstPoint, passage.LastPoint));
    }

    [Fact]
    public void First_of_two_passages_is_found()
    {
        var passage = SegmentMatching.FindPassage(Track([0, 1, 2, 3, 2, 1, 0, 1, 2, 3]), At(1), At(3), 2 * Step)!;

        Assert.Equal((1, 3), (passage.FirstPoint, passage.LastPoint));
    }

    [Fact]
    public void Rest_counts_as_elapsed_and_not_as_moving()
    {
        var streams = Track([0, 1, 2, 2, 3]) with { Time = [0, 20, 40, 340, 360] };

        var passage = SegmentMatching.FindPassage(streams, At(0), At(3), 3 * Step)!;

        Assert.Equal((360, 60), (passage.ElapsedTime.TotalSeconds, passage.MovingTime.TotalSeconds));
    }

    [Fact]
    public void Points_without_position_pass_no_segment() =>
        Assert.Null(SegmentMatching.FindPassage(new ActivityStreams { Count = 2, Time = [0, 10], Distance = [0, 556] }, At(0), At(5),
            5 * Step));

    private static Position At(double north, double east = 0) => new(north / 1000, east / 1000);

    private static ActivityStreams Track(double[] north) => new()
    {
        Count = north.Length,
        Time = [.. north.Select((_, i) => i * 20.0)],
        Latitude = [.. north.Select(step => step / 1000)],
        Longitude = [.. north.Select(_ => 0.0)],
    };
}
