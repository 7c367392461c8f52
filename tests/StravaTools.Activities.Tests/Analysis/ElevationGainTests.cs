using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

public class ElevationGainTests
{
    [Fact]
    public void A_steady_climb_counts_in_full() => Assert.Equal(30, Gain([100, 110, 120, 130]));

    [Fact]
    public void Two_climbs_add_up() => Assert.Equal(45, Gain([100, 110, 120, 120, 110, 105, 105, 120, 130, 130]));

    [Fact]
    [Clause("UP-198")]
    public void Changes_below_the_threshold_do_not_count() => Assert.Equal(0, Gain([100, 101, 101, 100, 100, 101, 101, 100, 100]));

    [Fact]
    public void A_dip_below_the_threshold_does_not_split_a_climb() => Assert.Equal(20, Gain([100, 110, 110, 109, 109, 120, 120]));

    [Fact]
    public void Single_spike_is_ignored() => Assert.Equal(0, Gain([100, 100, 160, 100, 100]));

    [Fact]
    public void Descent_has_no_gain() => Assert.Equal(0, Gain([130, 120, 110]));

    [Theory]
    [InlineData(2, 8)]
    [InlineData(10, 0)]
    public void Threshold_determines_what_counts_as_a_climb(double threshold, double expected) =>
        Assert.Equal(expected, Gain([100, 104, 108, 108, 104, 100], threshold));

    [Fact]
    public void Points_without_altitude_are_skipped() => Assert.Equal(20, Gain([100, float.NaN, 110, float.NaN, 120]));

    [Fact]
    public void Points_without_altitudes_have_no_gain() => Assert.Null(ElevationGain.TotalGain(ActivityStreams.Empty));

    private static double? Gain(ImmutableArray<float> altitudes, double threshold = ElevationGain.BarometerThreshold) =>
        ElevationGain.TotalGain(new ActivityStreams { Count = altitudes.Length, Altitude = altitudes }, threshold);
}
