namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>The sample ride that ships with the module, module/samples/morning-ride.fit.</summary>
public sealed class FitSampleTests
{
    [Fact(Explicit = true)]
    public void Write_the_sample() => File.WriteAllBytes(SamplePath(), MorningRide.ToBytes());

    [Fact]
    public void Sample_matches_the_output_of_the_builder() => Assert.Equal(MorningRide.ToBytes(), File.ReadAllBytes(SamplePath()));

    [Fact]
    public async Task The_sample_is_a_road_ride_that_breaks_no_rule()
    {
        var file = await ActivityFile.ReadAsync(SamplePath(), TestContext.Current.CancellationToken);
        var report = ActivityValidator.Validate(file, TestContext.Current.CancellationToken);
        Assert.Empty(report.Findings);
        Assert.Equal("Ride", report.SportType?.Name);
        Assert.Equal(new DateTimeOffset(2025, 6, 14, 8, 30, 0, TimeSpan.FromHours(2)), report.StartTime);
        Assert.Equal(TimeSpan.FromHours(2), report.StartTime!.Value.Offset);
        Assert.InRange(report.ElapsedTime!.Value.TotalMinutes, 35, 45);
        Assert.InRange(report.Distance!.Value, 12_000, 15_000);
        Assert.InRange(new FileInfo(SamplePath()).Length, 1, 60_000);
    }

    [Fact]
    public async Task The_sample_has_every_stream_and_two_laps()
    {
        var file = await ActivityFile.ReadAsync(SamplePath(), TestContext.Current.CancellationToken);
        var activity = Assert.Single(file.ReadContent(TestContext.Current.CancellationToken).Activities);
        var streams = activity.Streams;
        Assert.Equal("cycling/road", activity.Sport);
        Assert.Equal("StravaTools sample", activity.Creator);
        Assert.Equal(2, activity.Laps.Length);
        Assert.Equal(activity.Distance!.Value, activity.Laps.Sum(lap => lap.Distance!.Value), 0.1);
        Assert.All(
            [
                streams.Time.Length, streams.Latitude.Length, streams.Longitude.Length, streams.Altitude.Length, streams.Distance.Length,
                streams.Speed.Length, streams.HeartRate.Length, streams.Cadence.Length, streams.Power.Length, streams.Temperature.Length,
            ],
            length => Assert.Equal(streams.Count, length));
        Assert.InRange(streams.Altitude.Max() - streams.Altitude.Min(), 100, 400);
    }

    private static string SamplePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "StravaTools.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "module", "samples", "morning-ride.fit");
    }
}
