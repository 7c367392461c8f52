using System.Net;
using System.Text;
using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Processing;

/// <summary>strava-uploads.md, "Device and Elevation Data".</summary>
public class DeviceTests : FakeStravaTest
{
    [Theory]
    [Clause("UP-191")]
    [InlineData("fit/dtcooper_python-fitparse__garmin-fenix-5-bike.fit")]
    [InlineData("fit/dtcooper_python-fitparse__garmin-fenix-5-run.fit")]
    public async Task Real_file_is_matched_to_a_known_device(string path)
    {
        var bytes = Corpus.Read(path);
        await StartAsync();

        Assert.StartsWith("Garmin Fenix 5", (await ActivityOfAsync(bytes, "fit")).GetProperty("device_name").GetString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [Clause("UP-196", "UP-197")]
    [InlineData("Best watch ever with Barometer", 321)]
    [InlineData("Best watch ever", 40)]
    public async Task Gain_is_read_from_a_FIT_file_only_if_the_device_has_a_barometer(string device, double expected)
    {
        var start = new DateTimeOffset(2025, 5, 1, 7, 0, 0, TimeSpan.Zero);
        var activity = new Activity
        {
            Sport = "running",
            Creator = device,
            StartTime = start,
            ElapsedTime = TimeSpan.FromSeconds(40),
            TotalAscent = 321,
            // A total climb of 40 m.
            Streams = new ActivityStreams
            {
                Count = 5,
                Origin = start,
                Time = [0, 10, 20, 30, 40],
                Altitude = [400, 410, 420, 430, 440],
                Distance = [0, 30, 60, 90, 120]
            },
        };
        await StartAsync();

        Assert.Equal(expected, (await ActivityOfAsync(TestFiles.Fit(activity), "fit")).GetProperty("total_elevation_gain").GetDouble());
    }

    [Theory]
    [Clause("UP-185", "UP-186", "UP-187")]
    [InlineData("Test with barometer", 900, 940, 40)]
    [InlineData("Test with barometer", 401, 420, 20)]
    [InlineData("Test", 401, 441, 40)]
    public async Task Elevation_is_recomputed_without_a_barometer_or_if_clearly_inaccurate(string device, double first, double high,
        double gain)
    {
        // The ground rises twice as fast as the file says.
        double? Ground(double latitude, double longitude) => first + ((latitude - 47) * 20_000);
        var gpx = Encoding.UTF8.GetString(TestFiles.Gpx()).Replace("Test with barometer", device, StringComparison.Ordinal);
        await StartAsync(new FakeStravaOptions { ElevationAt = Ground });

        var activity = await ActivityOfAsync(Encoding.UTF8.GetBytes(gpx), "gpx");

        Assert.Equal((high, gain),
            (activity.GetProperty("elev_high").GetDouble(), activity.GetProperty("total_elevation_gain").GetDouble()));
    }

    [Fact]
    [Clause("UP-113")]
    public async Task Own_activity_is_available_as_TCX_from_the_website()
    {
        await StartAsync(TwoAthletes);
        var poll = await UploadAndPollAsync(TestFiles.Gpx(), "gpx");
        var path = $"activities/{poll.Number("activity_id")}/export_tcx";

        var tcx = await GetAsync(path);

        var read = Assert.Single(ActivityFile.FromBytes("a.tcx", tcx.Bytes).ReadContent(TestContext.Current.CancellationToken).Activities);
        Assert.Equal((HttpStatusCode.OK, 21), (tcx.Status, read.Streams.Count));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"{path}?access_token={Server.AccessToken}", "")).Status);
        AssertFault(await GetAsync(path, ""), HttpStatusCode.Unauthorized, "Authorization Error", "Athlete", "access_token", "invalid");
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(path, "other-token")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("activities/1/export_tcx")).Status);
    }
}
