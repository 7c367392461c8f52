using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>
/// Values computed from real files, compared with those in the file, or with those of a script in another language that follows the points
/// in steps of 10 cm. Each value has its tolerance.
/// </summary>
public class CorpusAnalysisTests
{
    /// <summary>Accepted by Strava: a run of 2998.98 m with one lap of 976 s and 200 points; the distance of the last point is 0.</summary>
    private const string Run = "tcx/dblock_strava-ruby-client__17611540601.tcx";

    /// <summary>A ride of 5 laps with power.</summary>
    private const string Ride = "tcx/GoldenCheetah_sweatpy__activity_5039744860.tcx";

    [Theory]
    [InlineData("400m", 126.2)]
    [InlineData("1/2 mile", 255.2)]
    [InlineData("1k", 318.1)]
    [InlineData("1 mile", 514.4)]
    public void Best_efforts_match_the_script_within_a_tenth_of_a_second(string name, double seconds)
    {
        var effort = EffortAnalysis.FindBestEfforts(Read(Run).Streams).Single(effort => effort.Name == name);

        Assert.Equal(seconds, effort.ElapsedTime.TotalSeconds, 0.15);
        Assert.InRange(effort.MovingTime.TotalSeconds, 0, effort.ElapsedTime.TotalSeconds + 1e-6);
        Assert.True(effort.FirstPoint < effort.LastPoint);
    }

    [Fact]
    public void Distances_that_were_not_reached_have_no_best_effort() =>
        Assert.Equal(["400m", "1/2 mile", "1k", "1 mile"], EffortAnalysis.FindBestEfforts(Read(Run).Streams).Select(effort => effort.Name));

    [Fact]
    public void Splits_match_the_script_and_add_up_to_the_activity()
    {
        var splits = SplitAnalysis.ComputeSplits(Read(Run).Streams, SplitAnalysis.Kilometer);

        Assert.Equal([1, 2, 3], splits.Select(split => split.Number));
        Assert.Equal([333.3, 324.9], splits.Take(2).Select(split => Math.Round(split.ElapsedTime.TotalSeconds, 1)));
        Assert.Equal(2998.98, splits.Sum(split => split.Distance), 0.01);
        // The total of the file is 976 s, and its points span 978 s.
        Assert.Equal(976, splits.Sum(split => split.ElapsedTime.TotalSeconds), 2.0);
        Assert.Equal(2, SplitAnalysis.ComputeSplits(Read(Run).Streams, SplitAnalysis.Mile).Count);
    }

    [Fact]
    public void Laps_have_the_distance_and_time_of_the_file_and_share_its_points()
    {
        var ride = Read(Ride);
        var laps = LapAnalysis.ComputeLaps(ride);

        Assert.Equal([142.35, 104.2, 111.93, 129.29, 180.42], laps.Select(lap => lap.Distance));
        Assert.Equal([26, 14, 45, 17, 24], laps.Select(lap => lap.ElapsedTime.TotalSeconds));
        Assert.Equal(0, laps[0].FirstPoint);
        Assert.Equal(ride.Streams.Count - 1, laps[^1].LastPoint);
        Assert.All(laps.Zip(laps.Skip(1)), pair => Assert.Equal(pair.First.LastPoint + 1, pair.Second.FirstPoint));
        Assert.All(laps, lap => Assert.InRange(lap.MovingTime.TotalSeconds, 0, lap.ElapsedTime.TotalSeconds));
    }

    [Fact]
    public void Weighted_power_matches_the_script_within_two_watts() =>
        // 147.5 W by the script, which counts the two points without power as 0 W; our code repeats the last value.
        Assert.Equal(147.5, WeightedPower.ComputeWeightedPower(Read(Ride).Streams)!.Value, 2.0);

    [Fact]
    public void Times_in_zones_match_the_script_within_a_second_and_no_time_is_lost()
    {
        var streams = Read(Run).Streams;

        var times = ZoneAnalysis.ComputeTimes(streams.HeartRate, streams, [115, 152, 171, 190]);
        var seconds = times.Select(time => time.TotalSeconds).ToArray();

        Assert.All(seconds.Zip([10.0, 65, 878, 25, 0]), pair => Assert.Equal(pair.Second, pair.First, 1.0));
        Assert.Equal(978, seconds.Sum(), 0.5);
    }

    [Fact]
    public void Calories_of_a_run_are_close_to_those_of_the_watch()
    {
        // The watch reports 267 kcal for its owner; for 70 kg, the formula must be within 20%.
        var run = Read(Run);

        Assert.Equal(267, EnergyEstimate.EstimateRun(run.Distance!.Value, run.ElapsedTime!.Value, 70), 267 * 0.2);
    }

    [Fact]
    public void Estimated_power_is_close_to_the_power_meter()
    {
        // A rough estimate without wind: within 50% of the measured mean while moving, for a rider of 75 kg.
        var streams = Read(Ride).Streams;
        var moving = MovingTime.Intervals(streams);

        var (estimated, measured) = (MovingAverage.WeightedByTime(PowerEstimate.EstimatePower(streams, 75), moving)!.Value,
            MovingAverage.WeightedByTime(streams.Power, moving)!.Value);

        Assert.InRange(estimated / measured, 0.5, 1.5);
    }

    private static Activity Read(string path) =>
        ActivityFile.FromBytes(path, Corpus.Read(path)).ReadContent(TestContext.Current.CancellationToken).Activities[0];
}
