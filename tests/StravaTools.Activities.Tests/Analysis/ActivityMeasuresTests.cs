using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

public sealed class ActivityMeasuresTests
{
    private static readonly DateTimeOffset Start = new(2025, 6, 14, 8, 30, 0, TimeSpan.FromHours(2));

    /// <summary>1200 m at 4 m/s, a point every 10 s, with a rest of 100 s after 600 m.</summary>
    private static readonly ActivityStreams Run = CreateRun();

    [Fact]
    public void Figures_are_computed_from_points_if_the_file_has_no_summary()
    {
        var measures = ActivityMeasures.Measure(new Activity { Streams = Run, StartTime = Start });

        Assert.Equal(1200, measures.Distance);
        Assert.Equal(TimeSpan.FromSeconds(400), measures.ElapsedTime);
        Assert.Equal(TimeSpan.FromSeconds(300), measures.MovingTime);
        Assert.Equal(4, measures.AverageSpeed);
        Assert.Equal(30, measures.ElevationGain);
        Assert.Equal((150, 160), (measures.AverageHeartRate, measures.MaxHeartRate));
        Assert.Equal(200, measures.AveragePower);
        Assert.Equal(32, measures.PointCount);
    }

    [Fact]
    public void Figures_of_the_device_replace_computed_ones()
    {
        var measures = ActivityMeasures.Measure(
            new Activity { Streams = Run, Distance = 1234, ElapsedTime = TimeSpan.FromSeconds(402), TotalAscent = 12, Calories = 99 });

        Assert.Equal((1234, TimeSpan.FromSeconds(402), 12, 99),
            (measures.Distance, measures.ElapsedTime, measures.ElevationGain, measures.Calories));
    }

    [Fact]
    public void Activity_without_points_has_the_figures_of_its_summary()
    {
        var figures = new SessionFigures { AverageHeartRate = 130 };
        var measures = ActivityMeasures.Measure(new Activity { TimerTime = TimeSpan.FromSeconds(100), Distance = 250, Figures = figures });

        Assert.Equal((250, TimeSpan.FromSeconds(100), 2.5), (measures.Distance, measures.MovingTime, measures.AverageSpeed));
        Assert.Equal(130, measures.AverageHeartRate);
        Assert.Null(measures.ElevationGain);
        Assert.Empty(measures.Laps);
        Assert.Empty(measures.Splits);
        Assert.Empty(measures.HeartRateZones);
    }

    [Fact]
    public void Splits_have_the_averages_of_their_points()
    {
        var splits = ActivityMeasures.Measure(new Activity { Streams = Run }).Splits;

        Assert.Equal([(1, 1000.0), (2, 200.0)], splits.Select(split => (split.Number, split.Distance)));
        Assert.Equal((TimeSpan.FromSeconds(350), TimeSpan.FromSeconds(250)), (splits[0].ElapsedTime, splits[0].MovingTime));
        Assert.Equal(TimeSpan.FromSeconds(350), splits[1].StartOffset);
        Assert.All(splits, split => Assert.Equal(4, split.AverageSpeed!.Value, 1e-9));
        Assert.All(splits, split => Assert.Equal(200, split.AveragePower));
        Assert.Equal(160, splits[1].AverageHeartRate);
    }

    [Fact]
    public void Single_lap_is_omitted_and_two_laps_are_measured()
    {
        var first = new Lap(Start, null, null, null);
        var second = new Lap(Start.AddSeconds(250), null, null, null);

        Assert.Empty(ActivityMeasures.Measure(new Activity { Streams = Run, Laps = [first] }).Laps);
        var laps = ActivityMeasures.Measure(new Activity { Streams = Run, Laps = [first, second] }).Laps;
        Assert.Equal([1, 2], laps.Select(lap => lap.Number));
        Assert.Equal(TimeSpan.FromSeconds(250), laps[1].StartOffset);
        Assert.Equal(1200, laps.Sum(lap => lap.Distance), 1e-9);
    }

    [Fact]
    public void Heart_rate_zones_use_the_maximum_of_the_activity_or_the_given_one()
    {
        var activity = new Activity { Streams = Run };

        var own = ActivityMeasures.Measure(activity).HeartRateZones;
        var given = ActivityMeasures.Measure(activity, new MeasureOptions { MaxHeartRate = 200 }).HeartRateZones;

        Assert.Equal([0.0, 96, 112, 128, 144], own.Select(zone => zone.Minimum));
        Assert.Equal([96.0, 112, 128, 144, null], own.Select(zone => zone.Maximum));
        Assert.Equal([0.0, 120, 140, 160, 180], given.Select(zone => zone.Minimum));
        Assert.Equal(TimeSpan.FromSeconds(150), given[2].Time);
        Assert.Equal("Z3 2:30", given[2].ToString());
    }

    [Fact]
    public void Power_zones_require_the_threshold()
    {
        var activity = new Activity { Streams = Run };

        Assert.Empty(ActivityMeasures.Measure(activity).PowerZones);
        var zones = ActivityMeasures.Measure(activity, new MeasureOptions { FunctionalThresholdPower = 200 }).PowerZones;
        Assert.Equal(7, zones.Length);
        Assert.Equal(TimeSpan.FromSeconds(300), Assert.Single(zones, zone => zone.Time > TimeSpan.Zero).Time);
    }

    private static ActivityStreams CreateRun()
    {
        double[] meters = [.. Enumerable.Range(0, 16).Concat(Enumerable.Range(15, 16)).Select(point => point * 40.0)];
        return new ActivityStreams
        {
            Count = 32,
            Origin = Start,
            Time = [.. meters.Select((distance, point) => (distance / 4) + (point > 15 ? 100 : 0))],
            Distance = [.. meters],
            Altitude = [.. meters.Select(distance => 100 + (float)(distance / 40))],
            HeartRate = [.. Enumerable.Range(0, 32).Select(point => point > 15 ? 160f : 140f)],
            Power = [.. Enumerable.Repeat(200f, 32)],
        };
    }
}
