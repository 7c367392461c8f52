using StravaTools.Activities.Model;
using static StravaTools.Activities.Tests.Formats.Fit.FitFields;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>hr messages: heart rates with times from the clock of the strap.</summary>
public sealed class FitHeartRateTests
{
    private const double TicksPerSecond = 1024;

    [Fact]
    [Clause("UP-069", "UP-070", "UP-071")]
    public void Times_count_from_the_anchor_by_the_clock_of_the_strap()
    {
        var samples = Anchor(FitBuilder.NewActivity().RecordAt(0), ticks: 5000, fraction: 16384)
            .Message(FitBuilder.Hr, new FitValue(9, FitType.UInt32, new[] { 5512, 6024 }),
                new FitValue(6, FitType.UInt8, new[] { 101, 102 }))
            .ReadOne().HeartRateSamples;
        Assert.Equal([100, 101, 102], samples.Select(sample => sample.HeartRate));
        Assert.Equal([0.5, 1.0, 1.5], Seconds(samples));
    }

    [Fact]
    public void Times_of_12_bits_continue_from_the_previous_time_and_wrap()
    {
        // The ticks 5000 (0x1388), 6000 (0x1770) and 8500 (0x2134), of which only the low 12 bits are written: two in three bytes.
        var samples = Anchor(FitBuilder.NewActivity().RecordAt(0), ticks: 4000)
            .Message(
                FitBuilder.Hr,
                new(10, FitType.Byte, new byte[] { 0x88, 0x03, 0x77, 0x34, 0x01, 0x00 }),
                new(6, FitType.UInt8, new int?[] { 101, 102, 103, null }))
            .ReadOne().HeartRateSamples;
        Assert.Equal([100, 101, 102, 103], samples.Select(sample => sample.HeartRate));
        Assert.Equal([0, 1000 / TicksPerSecond, 2000 / TicksPerSecond, 4500 / TicksPerSecond], Seconds(samples), Near);
    }

    [Fact]
    public void Clock_of_the_strap_can_wrap()
    {
        var samples = Anchor(FitBuilder.NewActivity().RecordAt(0), ticks: 0xFFFFFE00)
            .Message(FitBuilder.Hr, new FitValue(9, FitType.UInt32, 512), new FitValue(6, FitType.UInt8, 101))
            .ReadOne().HeartRateSamples;
        Assert.Equal([0.0, 1.0], Seconds(samples));
    }

    [Fact]
    public void Samples_without_an_anchor_are_dropped()
    {
        var activity = FitBuilder.NewActivity().RecordAt(0)
            .Message(FitBuilder.Hr, new FitValue(9, FitType.UInt32, 512), new FitValue(6, FitType.UInt8, 101)).ReadOne();
        Assert.Empty(activity.HeartRateSamples);
    }

    [Fact]
    public void A_point_without_a_heart_rate_gets_the_nearest_sample_within_a_second()
    {
        var streams = Anchor(
            FitBuilder.NewActivity().RecordAt(0).RecordAt(1, HeartRate(150)).RecordAt(2).RecordAt(3).RecordAt(5),
            ticks: 0)
            .Message(FitBuilder.Hr, new FitValue(9, FitType.UInt32, new[] { 1900, 2100, 3500 }),
                new FitValue(6, FitType.UInt8, new[] { 101, 102, 103 }))
            .ReadOne().Streams;
        Assert.Equal([100, 150, 102, 103, float.NaN], streams.HeartRate);
    }

    [Fact]
    public void Samples_far_from_any_point_leave_the_points_without_heart_rates() =>
        Assert.Empty(Anchor(FitBuilder.NewActivity().RecordAt(30), ticks: 0).ReadOne().Streams.HeartRate);

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-6;

    private static FitBuilder Anchor(FitBuilder builder, uint ticks, int fraction = 0) => builder.Message(
        FitBuilder.Hr,
        Timestamp(FitBuilder.Start),
        new(0, FitType.UInt16, fraction),
        new(9, FitType.UInt32, ticks),
        new(6, FitType.UInt8, 100));

    private static IEnumerable<double> Seconds(IEnumerable<HeartRateSample> samples) =>
        samples.Select(sample => (sample.Time - FitBuilder.StartTime).TotalSeconds);
}
