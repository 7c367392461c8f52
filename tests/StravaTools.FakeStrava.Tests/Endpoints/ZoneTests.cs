using System.Text.Json;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>strava-activities.md, "List activity zones" and "List activity laps": zones of heart rate, power, and pace.</summary>
public class ZoneTests : FakeStravaTest
{
    private const int SecondsPerPoint = 5;

    [Fact]
    [Clause("AC-184")]
    public async Task Heart_rate_zones_have_the_seconds_within_the_bounds_of_the_athlete()
    {
        await StartAsync(new FakeStravaOptions
        {
            Profile = FakeProfile.Documented,
            Athletes =
            [new FakeAthlete { HeartRateZones = [120, 140, 160, 180], HasCustomZones = true, MaxHeartRate = 201 }]
        });

        var zones = await HeartRateZonesAsync();

        // 100, 101 ... 194 bpm, the same again, then up to 130: 220 intervals of 5 s. The first point ends no interval.
        Assert.Equal(
            [(0, 120, 59 * SecondsPerPoint), (120, 140, 51 * SecondsPerPoint), (140, 160, 40 * SecondsPerPoint),
                (160, 180, 40 * SecondsPerPoint), (180, -1, 30 * SecondsPerPoint)],
            Buckets(zones));
        Assert.True(zones.GetProperty("custom_zones").GetBoolean());
        Assert.Equal(201, zones.GetProperty("max").GetInt32());
    }

    [Fact]
    [Clause("AC-184")]
    public async Task Heart_rate_zones_of_an_athlete_who_set_none_are_those_of_the_documented_example()
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });

        var zones = await HeartRateZonesAsync();

        Assert.Equal(
            [(0, 115, 44 * SecondsPerPoint), (115, 152, 90 * SecondsPerPoint), (152, 171, 38 * SecondsPerPoint),
                (171, 190, 38 * SecondsPerPoint), (190, -1, 10 * SecondsPerPoint)],
            Buckets(zones));
        Assert.False(zones.GetProperty("custom_zones").GetBoolean());
        Assert.Equal(196, zones.GetProperty("max").GetInt32());
    }

    [Fact]
    public async Task Zones_of_today_do_not_overlap_and_runs_have_zones_of_pace()
    {
        await StartAsync();

        var zones = await ZonesAsync();

        Assert.Equal(["heartrate", "pace", "power"], zones.EnumerateArray().Select(zone => zone.GetProperty("type").GetString()));
        Assert.Equal([114, 151, 170, 189, -1], zones[0].GetProperty("distribution_buckets").EnumerateArray()
            .Select(bucket => bucket.GetProperty("max").GetInt32()));
        // All of it is run at 3 m/s.
        Assert.Equal([1100, 0, 0, 0, 0, 0], zones[1].GetProperty("distribution_buckets").EnumerateArray()
            .Select(bucket => bucket.GetProperty("time").GetInt32()));
    }

    [Fact]
    [Clause("AC-184")]
    public async Task Power_zones_have_the_seconds_within_the_documented_bounds()
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });

        var zones = (await ZonesAsync())[1];

        // 0, 40, 80 ... 360 W, 22 times 5 s each: 0 W is a separate zone, and 200 W and 240 W are in the same one.
        Assert.Equal(
            [(0, 0, 110), (0, 50, 110), (50, 100, 110), (100, 150, 110), (150, 200, 110), (200, 250, 220), (250, 300, 110), (300, 350, 110),
                (350, 400, 110), (400, 450, 0), (450, -1, 0)],
            Buckets(zones));
    }

    [Fact]
    [Clause("AC-197")]
    public async Task Pace_zones_of_the_documented_speeds_are_the_documented_ones()
    {
        // The example has 3.02 m/s in zone 1 and 3.74 m/s in zone 2.
        await StartAsync();

        var laps = await LapsAsync(3.02, 3.74);

        Assert.Equal([(3.02, 1), (3.74, 2)],
            laps.Select(lap => (lap.GetProperty("average_speed").GetDouble(), lap.GetProperty("pace_zone").GetInt32())));
    }

    [Theory]
    [Clause("AC-197")]
    [InlineData(1250, 1)] // 4 m/s over 5 km: 3 m/s is 75 % of that
    [InlineData(1400, 2)] // 84 %
    [InlineData(1500, 3)] // 90 %
    [InlineData(1600, 4)] // 96 %
    [InlineData(1700, 5)] // 102 %
    [InlineData(1800, 6)] // 108 %
    public async Task Pace_zone_depends_on_the_race_time_of_the_athlete(int secondsOver5Kilometres, int zone)
    {
        await StartAsync(
            new FakeStravaOptions { Athletes = [new FakeAthlete { FiveKilometres = TimeSpan.FromSeconds(secondsOver5Kilometres) }] });
        var activity = await UploadedAsync(Recordings.Tcx());

        // The complete run is at 3 m/s.
        var detail = (await GetAsync($"api/v3/activities/{activity}")).Json;

        var parts = new[] { "laps", "splits_metric", "splits_standard" }.SelectMany(name => detail.GetProperty(name).EnumerateArray());
        Assert.All(parts, part => Assert.Equal(zone, part.GetProperty("pace_zone").GetInt32()));
    }

    [Fact]
    [Clause("AC-197")]
    public async Task Run_of_an_athlete_without_a_race_time_has_no_pace_zones()
    {
        await StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { FiveKilometres = null }] });

        Assert.All(await LapsAsync(3.02, 3.74), lap => Assert.False(lap.TryGetProperty("pace_zone", out _)));
    }

    [Fact]
    [Clause("AC-197")]
    public async Task Ride_has_no_pace_zones()
    {
        await StartAsync();
        var activity = await UploadedAsync(Recordings.Tcx("Biking"));

        Assert.DoesNotContain("pace_zone", (await GetAsync($"api/v3/activities/{activity}/laps")).Body, StringComparison.Ordinal);
    }

    private static IEnumerable<(int Min, int Max, int Seconds)> Buckets(JsonElement zone) =>
        zone.GetProperty("distribution_buckets").EnumerateArray()
        .Select(bucket =>
            (bucket.GetProperty("min").GetInt32(), bucket.GetProperty("max").GetInt32(), bucket.GetProperty("time").GetInt32()));

    private async Task<JsonElement> HeartRateZonesAsync() => (await ZonesAsync())[0];

    private async Task<JsonElement> ZonesAsync() =>
        (await GetAsync($"api/v3/activities/{await UploadedAsync(Recordings.Tcx())}/zones")).Json;

    /// <summary>The laps of a run with a lap of 600 s at each of two speeds.</summary>
    private async Task<JsonElement[]> LapsAsync(double first, double second)
    {
        var start = new DateTimeOffset(2025, 5, 1, 7, 0, 0, TimeSpan.Zero);
        int[] seconds = [.. Enumerable.Range(0, 1201)];
        var run = new Activity
        {
            SportType = SportType.Parse("Run"),
            StartTime = start,
            // The second lap contains the point after 601 s, and the distance to it.
            Laps = [Lap(start, first), Lap(start.AddSeconds(601), second)],
            Streams = new ActivityStreams
            {
                Count = seconds.Length,
                Origin = start,
                Time = [.. seconds],
                Distance = [.. seconds.Select(time => (first * Math.Min(time, 600)) + (second * Math.Max(0, time - 600)))],
            },
        };
        var poll = await UploadAndPollAsync(TestFiles.Fit(run), "fit", fileName: "run.fit");
        return [.. (await GetAsync($"api/v3/activities/{poll.Number("activity_id")}/laps")).Json.EnumerateArray()];
    }

    private static Lap Lap(DateTimeOffset start, double metresPerSecond) =>
        new(start, TimeSpan.FromSeconds(600), null, 600 * metresPerSecond);

    private async Task<long> UploadedAsync(byte[] tcx) => (await UploadAndPollAsync(tcx, "tcx", fileName: "run.tcx")).Number("activity_id");
}
