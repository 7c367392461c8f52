using Conformance.Support;

namespace Conformance.Uploads;

/// <summary>strava-uploads.md, "TCX" and "Device and Elevation Data".</summary>
public sealed class FileContentTests
{
    [Fact]
    [Clause("UP-100", "UP-101", "UP-102")]
    public async Task Tcx_of_version_2_has_power_and_no_temperature()
    {
        await using var fake = await Fake.StartAsync();

        var activity = await fake.ActivityOfAsync(Files.Tcx(tpx: "<Watts>200</Watts><Temperature>21</Temperature>"), "tcx");

        Assert.Equal(("Ride", 45, 200), (activity.Text("type"), activity.Number("elapsed_time"), activity.Float("average_watts")));
        Assert.DoesNotContain("average_temp", activity.Names);
    }

    [Fact]
    [Clause("UP-189", "UP-192")]
    public async Task Creator_of_a_gpx_is_the_device()
    {
        await using var fake = await Fake.StartAsync();

        Assert.Equal("My Watch 7", (await fake.ActivityOfAsync(Files.Gpx(creator: "My Watch 7"), "gpx")).Text("device_name"));
    }

    [Theory]
    [Clause("UP-193")]
    [InlineData("My Device with barometer", 8)]
    [InlineData("My Device WITH BAROMETER", 8)]
    [InlineData("My Device", 0)]
    [InlineData("with barometer My Device", 0)]
    public async Task Small_hills_count_if_the_creator_ends_with_barometer(string creator, double gain)
    {
        await using var fake = await Fake.StartAsync();

        Assert.Equal(
            gain, (await fake.ActivityOfAsync(Files.Gpx(creator: creator, content: point => $"<ele>{Hill(point)}</ele>"), "gpx"))
            .Float("total_elevation_gain"));
    }

    [Fact]
    [Clause("UP-194")]
    public async Task The_documented_creator_of_a_tcx_has_a_barometer()
    {
        const string Creator = """
            <Creator>
            <Name>My Awesome Device with barometer</Name>
            </Creator>
            """;
        await using var fake = await Fake.StartAsync();

        var activity = await fake.ActivityOfAsync(Files.Tcx(Creator, metres: Hill), "tcx");

        Assert.Equal(("My Awesome Device with barometer", 8), (activity.Text("device_name"), activity.Float("total_elevation_gain")));
    }

    [Fact]
    [Clause("UP-195")]
    public async Task The_documented_creator_of_a_gpx_has_a_barometer()
    {
        await using var fake = await Fake.StartAsync();

        var activity = await fake.ActivityOfAsync(
            Files.Gpx(creator: "Best app ever with Barometer", content: point => $"<ele>{Hill(point)}</ele>"), "gpx");

        Assert.Equal(("Best app ever with Barometer", 8), (activity.Text("device_name"), activity.Float("total_elevation_gain")));
    }

    /// <summary>A hill of 8 m: real for a barometer, noise for a GPS receiver.</summary>
    private static int Hill(int point) => point switch { 1 or 4 => 404, 2 or 3 => 408, _ => 400 };
}
