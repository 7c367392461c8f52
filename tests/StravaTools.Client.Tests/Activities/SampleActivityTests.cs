using System.Text.Json;
using StravaTools.Activities;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.Client.Activities;
using StravaTools.Client.Tests.Support;
using StravaTools.FakeStrava;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Activities;

/// <summary>
/// strava-activities.md: the samples of the module, uploaded to the fake and read back. Every attribute that the fake sends has a
/// property.
/// </summary>
public sealed class SampleActivityTests
{
    [Theory]
    [InlineData("morning-ride.fit", "Ride")]
    [InlineData("evening-run.gpx.gz", "Run")]
    [InlineData("lunch-walk.tcx", "Walk")]
    [InlineData("strength-workout.json", "WeightTraining")]
    public async Task Every_attribute_of_the_detail_is_read(string sample, string sport)
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var id = await UploadAsync(fake, sample);
        var activity = await For(fake).GetActivityAsync(id, includeAllEfforts: true, cancellationToken: Cancellation);

        Documented.AssertHoldsAll(await fake.RawAsync($"activities/{id}?include_all_efforts=true"), activity);
        Assert.Equal((id, sport, 3), (activity.Id, activity.SportType, activity.ResourceState));
        AssertNothingIsLeft(activity);
    }

    [Fact]
    public async Task Every_attribute_of_laps_is_read()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var id = await UploadAsync(fake, "morning-ride.fit");
        var laps = await For(fake).ListActivityLapsAsync(id, Cancellation);

        Documented.AssertHoldsAll(await fake.RawAsync($"activities/{id}/laps"), laps);
        Assert.NotEmpty(laps);
        Assert.All(laps, lap => Assert.Equal((id, null), (lap.Activity!.Id, Documented.UnknownOf(lap.ExtensionData))));
    }

    [Fact]
    public async Task Every_attribute_of_zones_is_read()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var id = await UploadAsync(fake, "morning-ride.fit");
        var zones = await For(fake).ListActivityZonesAsync(id, Cancellation);

        Documented.AssertHoldsAll(await fake.RawAsync($"activities/{id}/zones"), zones);
        Assert.Contains(zones, zone => zone.Type == "heartrate");
        Assert.All(zones, zone => Assert.Equal((id, null), (zone.ActivityId, Documented.UnknownOf(zone.ExtensionData))));
    }

    [Fact]
    public async Task Every_attribute_of_streams_is_read()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var id = await UploadAsync(fake, "morning-ride.fit");
        var streams = await For(fake).GetActivityStreamsAsync(id, cancellationToken: Cancellation);

        using var raw = JsonDocument.Parse(
            await fake.RawAsync($"activities/{id}/streams?keys={string.Join(',', StravaStreamTypes.All)}&key_by_type=true"));
        Assert.Equal(raw.RootElement.EnumerateObject().Select(stream => stream.Name).Order(StringComparer.Ordinal),
            streams.Select(stream => stream.Type).Order(StringComparer.Ordinal));
        Assert.All(streams, stream => Documented.AssertHoldsAll(raw.RootElement.GetProperty(stream.Type).GetRawText(), stream));
        Assert.All(streams, stream => Assert.Equal((id, stream.OriginalSize), (stream.ActivityId, stream.Data.Count)));
        Assert.All(streams.Single(stream => stream.Type == "latlng").Positions().OfType<Position>(),
            position => Assert.InRange(position.Latitude, -90, 90));
    }

    [Fact]
    public async Task Every_attribute_of_the_list_and_of_the_meta_representation_is_read()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        long[] ids = [await UploadAsync(fake, "morning-ride.fit"), await UploadAsync(fake, "lunch-walk.tcx"),
            await UploadAsync(fake, "evening-run.gpx.gz")];
        var client = For(fake);
        var listed = await client.ListActivitiesAsync(perPage: 2, cancellationToken: Cancellation).ToListAsync(Cancellation);

        Documented.AssertHoldsAll(await fake.RawAsync("athlete/activities"), listed);
        Assert.All(listed, AssertNothingIsLeft);
        Assert.Equal(ids.Order(), listed.Select(activity => activity.Id).Order());
        Assert.Equal(ids.Order(), (await client.ListActivityMetaAsync(Cancellation)).Select(meta => meta.Id).Order());
    }

    [Fact]
    public async Task Update_is_returned_completely_and_persists()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var id = await UploadAsync(fake, "morning-ride.fit");
        var client = For(fake);
        var change = new ActivityUpdate
        {
            Name = "Früh",
            SportType = SportType.Parse("GravelRide"),
            Description = "a & b",
            GearId = "b105763",
            Commute = true,
            Trainer = true
        };
        var updated = await client.UpdateActivityAsync(id, change, Cancellation);
        var again = await client.GetActivityAsync(id, cancellationToken: Cancellation);

        Assert.Equal((id, "Früh", "GravelRide", "a & b", "b105763"),
            (updated.Id, updated.Name, updated.SportType, updated.Description, updated.Gear!.Id));
        Assert.Equal((true, true), (updated.Commute, updated.Trainer));
        Documented.AssertHoldsAll(await fake.RawAsync($"activities/{id}"), updated);
        Documented.AssertHoldsAll(await fake.RawAsync($"activities/{id}"), again);
    }

    private static void AssertNothingIsLeft(StravaActivity activity)
    {
        Assert.Null(Documented.UnknownOf(activity.ExtensionData));
        Assert.Null(Documented.UnknownOf(activity.Map?.ExtensionData));
        Assert.All(activity.Laps ?? [], lap => Assert.Null(Documented.UnknownOf(lap.ExtensionData)));
        Assert.All(activity.BestEfforts ?? [], effort => Assert.Null(Documented.UnknownOf(effort.ExtensionData)));
    }

    private static async Task<long> UploadAsync(FakeStravaServer fake, string sample) => await fake.UploadedAsync(
        new() { File = await ActivityFile.ReadAsync(Path.Combine(AppContext.BaseDirectory, "samples", sample), Cancellation) });
}
