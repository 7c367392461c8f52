using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>
/// The physics, worked out by hand for a rider of 75 kg with 9 kg of bike: rolling takes 84 kg x 9.81 m/s2 x 0.005 = 4.1202 N, air takes
/// 0.5 x 1.2 kg/m3 x 0.35 m2 = 0.21 kg/m times the square of the speed, and each meter of climb takes 824.04 J.
/// </summary>
public class PowerEstimateTests
{
    [Fact]
    public void Flat_road_requires_power_for_rolling_and_air()
    {
        // 4.1202 N x 10 m/s + 0.21 x 1000.
        Assert.All(Watts([0, 10, 20], [0, 100, 200]), watts => Assert.Equal(251.202, watts, 1e-3));
    }

    [Fact]
    public void Climb_adds_the_power_for_its_height()
    {
        // 4 m/s: 4.1202 N x 4 m/s + 0.21 x 64 + 824.04 J/m x 0.2 m/s.
        Assert.Equal(194.729, Watts([0, 10], [0, 40], [400, 402])[1], 1e-3);
    }

    [Fact]
    public void Steep_descent_requires_no_power() => Assert.Equal(0, Watts([0, 10], [0, 100], [400, 390])[1]);

    [Fact]
    public void Climb_steeper_than_30_percent_counts_as_30_percent()
    {
        // 100 m up within 10 m is an error of the altitude: 3 m count. 41.202 + 210 + 824.04 x 3.
        Assert.Equal(2723.322, Watts([0, 1], [0, 10], [400, 500])[1], 1e-2);
    }

    [Fact]
    public void Unknown_altitude_counts_as_flat() => Assert.Equal(251.202, Watts([0, 10], [0, 100], [float.NaN, 400])[1], 1e-3);

    [Fact]
    public void Speed_is_the_mean_of_15_seconds()
    {
        // 14 s at 5 m/s and one second of 20 m: 6 m/s. 4.1202 x 6 + 0.21 x 216.
        var seconds = Enumerable.Range(0, 16).Select(i => (double)i).ToArray();

        Assert.Equal(70.081, Watts(seconds, [.. seconds.Select(second => second < 15 ? second * 5 : 90)])[15], 1e-3);
    }

    [Fact]
    public void Longer_interval_than_15_seconds_counts_alone()
    {
        // 10 m/s, then 20 s at 5 m/s: 4.1202 x 5 + 0.21 x 125.
        Assert.Equal(46.851, Watts([0, 20, 40], [0, 200, 300])[2], 1e-3);
    }

    [Fact]
    public void Standing_still_requires_no_power() => Assert.Equal(0, Watts([0, 20, 60], [0, 200, 200])[2]);

    [Fact]
    public void First_point_has_the_power_of_the_second() => Assert.Equal(251.202, Watts([0, 10], [0, 100])[0], 1e-3);

    [Fact]
    public void Points_without_distance_have_no_estimate()
    {
        Assert.Empty(PowerEstimate.EstimatePower(new ActivityStreams { Count = 2, Time = [0, 10] }, 75));
        Assert.Empty(PowerEstimate.EstimatePower(new ActivityStreams { Count = 1, Time = [0], Distance = [10] }, 75));
    }

    private static float[] Watts(double[] time, double[] distance, params float[] altitude) =>
        [.. PowerEstimate.EstimatePower(
            new ActivityStreams { Count = time.Length, Time = [.. time], Distance = [.. distance], Altitude = [.. altitude] }, 75)];
}
