using StravaTools.Activities.Analysis;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>A selection of points, for streams of a lower resolution.</summary>
public class StreamSamplingTests
{
    [Fact]
    public void Points_first_at_or_past_evenly_spaced_marks_are_picked_with_the_first_and_the_last()
    {
        // Marks at 0, 50, and 100.
        Assert.Equal([0, 3, 6], StreamSampling.PickIndices([0, 1, 2, 50, 51, 99, 100], 3));
        // Marks at 10, 40, 70, and 100.
        Assert.Equal([0, 2, 4, 5], StreamSampling.PickIndices([10, 20, 41, 42, 70, 100], 4));
    }

    [Fact]
    public void Point_before_a_mark_is_not_picked() => Assert.Equal([0, 2, 4], StreamSampling.PickIndices([0, 30, 50, 70, 100], 3));

    [Fact]
    public void No_more_points_than_requested_are_picked_if_several_are_at_the_end() =>
        Assert.Equal([0, 1, 3], StreamSampling.PickIndices([0, 50, 100, 100], 3));

    [Fact]
    public void Few_enough_points_are_all_picked()
    {
        Assert.Equal([0, 1, 2], StreamSampling.PickIndices([0, 1, 100], 3));
        Assert.Equal([0, 1, 2], StreamSampling.PickIndices([0, 1, 100], 10));
        Assert.Empty(StreamSampling.PickIndices([], 10));
    }

    [Fact]
    public void Exactly_the_requested_number_of_points_is_picked_from_an_even_series() =>
        Assert.Equal(1000, StreamSampling.PickIndices([.. Enumerable.Range(0, 5000).Select(i => (double)i)], 1000).Count);

    [Fact]
    public void Two_points_are_the_first_and_the_last() => Assert.Equal([0, 3], StreamSampling.PickIndices([0, 5, 6, 10], 2));

    [Fact]
    public void Fewer_than_two_points_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StreamSampling.PickIndices([0, 1, 2], 1));
}
