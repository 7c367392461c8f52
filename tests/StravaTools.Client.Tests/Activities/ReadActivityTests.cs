using System.Globalization;
using System.Text.RegularExpressions;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.Client.Activities;
using StravaTools.Client.Athletes;
using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Activities;

/// <summary>strava-activities.md: how the client reads the documented responses.</summary>
public sealed class ReadActivityTests
{
    [Fact]
    [Clause("AC-139")]
    public async Task Every_attribute_of_the_documented_activity_is_read()
    {
        var example = Documented.Example("activity.json");
        await using var server = new ScriptedServer(ScriptedServer.Json(200, example));
        var activity = await For(server).GetActivityAsync(321934, cancellationToken: Cancellation);

        Documented.AssertHoldsAll(example, activity);
        Assert.Null(activity.ExtensionData);
        Assert.Equal(new Position(37.8, -122.27), activity.StartLatLng);
        Assert.Equal(new DateTime(2012, 12, 12, 19, 43, 19), activity.StartDateLocal);
        Assert.Equal(new Uri(server.Uri, "activities/321934"), activity.ActivityUrl);
        Assert.StartsWith("GET /api/v3/activities/321934 HTTP/1.1", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_attribute_of_the_other_documented_examples_is_read()
    {
        string[] names = ["activities.json", "laps.json", "zones.json", "streams.json", "athlete.json"];
        var examples = names.Select(Documented.Example).ToArray();
        await using var server = new ScriptedServer([.. examples.Select(example => ScriptedServer.Json(200, example))]);
        var client = For(server);

        Documented.AssertHoldsAll(examples[0], new[] { await FirstAsync(client.ListActivitiesAsync(cancellationToken: Cancellation)) });
        Documented.AssertHoldsAll(examples[1], await client.ListActivityLapsAsync(123, Cancellation));
        Documented.AssertHoldsAll(examples[2], await client.ListActivityZonesAsync(123, Cancellation));
        Documented.AssertHoldsAll(examples[3], await client.GetActivityStreamsAsync(123, cancellationToken: Cancellation));
        var athlete = await client.GetAthleteAsync(Cancellation);

        Assert.Equal((1234567890987654321, "Marianne", "b12345678987655", 4904.0),
            (athlete.Id, athlete.FirstName, athlete.Bikes![0].Id, athlete.Shoes![0].Distance));
        Documented.AssertHoldsAll(examples[4], athlete);
        Assert.Null(athlete.ExtensionData);
    }

    [Fact]
    [Clause("AC-188", "AC-195")]
    public async Task Laps_zones_and_streams_are_requested_by_id()
    {
        await using var server = new ScriptedServer([.. Enumerable.Repeat(ScriptedServer.Json(200, "[]"), 4)]);
        var client = For(server);
        Assert.Empty(await client.ListActivityLapsAsync(9007199254740993, Cancellation));
        Assert.Empty(await client.ListActivityZonesAsync(9007199254740993, Cancellation));
        Assert.Empty(await client.GetActivityStreamsAsync(9007199254740993, ["heartrate", "latlng"], Cancellation));
        Assert.Empty(await client.GetActivityStreamsAsync(1, cancellationToken: Cancellation));

        Assert.Equal(
            [
                "GET /api/v3/activities/9007199254740993/laps", "GET /api/v3/activities/9007199254740993/zones",
                "GET /api/v3/activities/9007199254740993/streams?keys=heartrate,latlng&key_by_type=true",
                "GET /api/v3/activities/1/streams?keys=time,distance,latlng,altitude,velocity_smooth,heartrate,cadence,watts,temp,moving,"
                    + "grade_smooth&key_by_type=true",
            ],
            server.Requests.Select(request => request[..request.IndexOf(" HTTP", StringComparison.Ordinal)]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetActivityStreamsAsync(1, [], Cancellation));
    }

    [Theory]
    [InlineData("Run", 0, "default")]
    [InlineData("Run", 1, "race")]
    [InlineData("Run", 2, "long run")]
    [InlineData("Run", 3, "workout")]
    [InlineData("Ride", 10, "default")]
    [InlineData("Ride", 11, "race")]
    [InlineData("Ride", 12, "workout")]
    [InlineData("Ride", 99, null)]
    public async Task Workout_type_is_read_with_its_documented_name(string sport, int type, string? name)
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var created = await For(fake).CreateActivityAsync(
            new NewActivity
            {
                Name = "a",
                SportType = SportType.Parse(sport),
                StartTime = DateTimeOffset.UnixEpoch,
                ElapsedTime = TimeSpan.FromMinutes(1)
            },
            Cancellation);
        fake.UpdateActivity(created.Id, activity => activity with { WorkoutType = type });

        var activity = await For(fake).GetActivityAsync(created.Id, cancellationToken: Cancellation);

        Assert.Equal((type, name), (activity.WorkoutType, activity.WorkoutTypeName));
    }

    /// <summary>2^53 + 1 is the first integer that a double cannot represent.</summary>
    [Fact]
    [Clause("AC-063", "AC-138")]
    public async Task Ids_of_64_bits_are_exact()
    {
        const long Id = 9007199254740993;
        var example = Regex.Replace(Documented.Example("activity.json"), "(?<name>\"id\"|\"upload_id\"): \\d+", $"${{name}}: {Id}",
            RegexOptions.None, TimeSpan.FromSeconds(5));
        await using var server = new ScriptedServer(ScriptedServer.Json(200, example));
        var activity = await For(server).GetActivityAsync(Id, cancellationToken: Cancellation);

        Documented.AssertHoldsAll(example, activity);
        var effort = activity.SegmentEfforts![0];
        Assert.All(
            [activity.Id, activity.UploadId!.Value, activity.Athlete!.Id, effort.Id, effort.Segment!.Id, effort.Activity!.Id,
                activity.BestEfforts![0].Id, activity.Laps![0].Id],
            id => Assert.Equal(Id, id));
    }

    [Theory]
    [InlineData("start_latlng", "[]", null)]
    [InlineData("start_latlng", "null", null)]
    [InlineData("moving_time", "1303.0", 1303L)]
    [InlineData("moving_time", "\"1303\"", 1303L)]
    [InlineData("max_heartrate", "179.0", 179)]
    [InlineData("elev_high", "331", 331.0)]
    [InlineData("gear", "null", null)]
    [InlineData("visibility", "\"everyone\"", "everyone")]
    public async Task Empty_unusual_and_new_attributes_are_read(string name, string json, object? expected)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(200, $$"""{"id":1,"{{name}}":{{json}}}"""));
        var activity = await For(server).GetActivityAsync(1, cancellationToken: Cancellation);

        object? value = name switch
        {
            "start_latlng" => activity.StartLatLng,
            "moving_time" => activity.MovingTime,
            "max_heartrate" => activity.MaxHeartrate,
            "elev_high" => activity.ElevHigh,
            "gear" => activity.Gear,
            _ => activity.ExtensionData![name].GetString(),
        };
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("id", "9223372036854775808")]
    [InlineData("id", "12.5")]
    [InlineData("max_watts", "3000000000")]
    [InlineData("start_latlng", "[1]")]
    [InlineData("trainer", "\"yes\"")]
    public async Task Unreadable_value_is_an_error(string name, string json)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(200, $$"""{"{{name}}":{{json}}}"""));
        await AssertErrorAsync(StravaErrors.UnexpectedAnswer, () => For(server).GetActivityAsync(1, cancellationToken: Cancellation));
    }

    /// <summary>Local time is formatted as UTC, so these skipped or repeated times must be read unchanged.</summary>
    [Theory]
    [InlineData("2025-03-30T00:30:00Z", "2025-03-30T01:30:00Z", "2025-03-30T01:30:00")]
    [InlineData("2025-03-30T01:00:00Z", "2025-03-30T03:00:00Z", "2025-03-30T03:00:00")]
    [InlineData("2025-03-09T10:30:00Z", "2025-03-09T02:30:00Z", "2025-03-09T02:30:00")]
    [InlineData("2025-10-26T01:30:00Z", "2025-10-26T02:30:00Z", "2025-10-26T02:30:00")]
    public async Task Local_time_is_unchanged_at_daylight_saving_transitions(string instant, string local, string expected)
    {
        await using var server =
            new ScriptedServer(ScriptedServer.Json(200, $$"""{"id":1,"start_date":"{{instant}}","start_date_local":"{{local}}"}"""));
        var activity = await For(server).GetActivityAsync(1, cancellationToken: Cancellation);

        Assert.Equal(expected, activity.StartDateLocal!.Value.ToString("s", CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeKind.Unspecified, activity.StartDateLocal.Value.Kind);
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), activity.StartDate);
    }

    [Fact]
    [Clause("AC-140")]
    public async Task All_efforts_are_requested_on_demand()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(200, """{"id":123}"""));
        await For(server).GetActivityAsync(123, includeAllEfforts: true, cancellationToken: Cancellation);
        Assert.StartsWith("GET /api/v3/activities/123?include_all_efforts=true HTTP", Assert.Single(server.Requests),
            StringComparison.Ordinal);
    }

    [Fact]
    [Clause("AC-003")]
    public async Task Wait_for_a_processing_activity_times_out()
    {
        var processing = ScriptedServer.Json(200, """{"id":1,"resource_state":-1}""");
        await using var server = new ScriptedServer(
            processing, processing, ScriptedServer.Json(200, """{"id":1,"resource_state":3}"""), processing, processing, processing,
                processing);
        var clock = new ManualTimeProvider();
        var client = For(server, clock);
        var started = clock.GetUtcNow();

        var activity = await clock.RunAsync(client.GetActivityAsync(1, wait: TimeSpan.FromMinutes(1), cancellationToken: Cancellation));
        Assert.Equal((3, 3), (activity.ResourceState!.Value, server.Requests.Count));
        Assert.InRange(clock.GetUtcNow() - started, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(7));

        activity = await clock.RunAsync(client.GetActivityAsync(1, wait: TimeSpan.FromSeconds(5), cancellationToken: Cancellation));
        Assert.Equal((-1, 6), (activity.ResourceState!.Value, server.Requests.Count));
        Assert.Equal(-1, (await client.GetActivityAsync(1, cancellationToken: Cancellation)).ResourceState);
    }

    [Theory]
    [InlineData("""{"latlng":{"data":[[47.1,8.5],null]},"moving":{"data":[true,null]},"heartrate":{"data":[120,"""
        + """null],"series_type":"time","original_size":2,"resolution":"high"}}""")]
    [InlineData("""[{"type":"latlng","data":[[47.1,8.5],null]},{"type":"moving","data":[true,null]},{"type":"heartrate","data":[120,"""
        + """null],"series_type":"time","original_size":2,"resolution":"high"}]""")]
    public async Task Streams_are_read_in_both_shapes_with_typed_values(string json)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(200, json));
        var streams = await For(server).GetActivityStreamsAsync(1, cancellationToken: Cancellation);

        Assert.Equal(["latlng", "moving", "heartrate"], streams.Select(stream => stream.Type));
        Assert.Equal([new Position(47.1, 8.5), null], streams[0].Positions());
        Assert.Equal([true, null], streams[1].Data);
        Assert.Equal([120.0, null], streams[2].Numbers());
        Assert.Equal(("time", 2, "high"), (streams[2].SeriesType, streams[2].OriginalSize!.Value, streams[2].Resolution));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[{}]")]
    [InlineData("""{"time":{"data":5}}""")]
    public async Task Streams_without_type_or_data_are_an_error(string json)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(200, json));
        await AssertErrorAsync(StravaErrors.UnexpectedAnswer,
            () => For(server).GetActivityStreamsAsync(1, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Every_attribute_of_an_uploaded_activity_and_its_athlete_is_read()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var client = For(fake);
        var status = await client.WaitForUploadAsync(await client.UploadAsync(new() { File = Gpx() }, Cancellation),
            cancellationToken: Cancellation);
        Assert.Equal(UploadOutcome.Ready, UploadResults.OutcomeOf(status));
        var activity = await client.GetActivityAsync(status.ActivityId!.Value, cancellationToken: Cancellation);
        var athlete = await client.GetAthleteAsync(Cancellation);

        Assert.Equal((status.ActivityId.Value, status.Id, 3), (activity.Id, activity.UploadId!.Value, activity.ResourceState!.Value));
        Assert.Equal(athlete.Id, activity.Athlete!.Id);
        Assert.NotEmpty(Polyline.Decode(activity.Map!.Polyline!));
        Assert.Equal(570L, activity.ElapsedTime);
    }

    private static async Task<StravaActivity> FirstAsync(IAsyncEnumerable<StravaActivity> activities)
    {
        await foreach (var activity in activities)
        {
            return activity;
        }

        throw new InvalidOperationException("The attribute does not exist.");
    }
}
