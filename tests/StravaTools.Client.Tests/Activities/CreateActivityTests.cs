using StravaTools.Activities.Model;
using StravaTools.Client.Activities;
using StravaTools.Client.Tests.Support;
using StravaTools.FakeStrava;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Activities;

/// <summary>strava-activities.md, "Create an activity"; strava-partner-uploads.md, "Include custom data without a file".</summary>
public sealed class CreateActivityTests
{
    private static readonly NewActivity Ride = new()
    {
        Name = "Most Epic Ride EVER!!!",
        SportType = SportType.Parse("Ride"),
        StartTime = new DateTimeOffset(2013, 10, 23, 10, 2, 13, TimeSpan.FromHours(-7)),
        ElapsedTime = TimeSpan.FromSeconds(18373),
    };

    [Fact]
    [Clause("PA-025")]
    public async Task Created_activity_is_returned_in_detail()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var created = await For(fake).CreateActivityAsync(Ride with { Distance = 1557840 }, Cancellation);

        Assert.Equal(Assert.Single(fake.Activities).Id, created.Id);
        Assert.Equal(("Most Epic Ride EVER!!!", "Ride", 18373L, 1557840.0),
            (created.Name, created.Type, created.ElapsedTime!.Value, created.Distance));
        Assert.Equal(new DateTime(2013, 10, 23, 10, 2, 13), created.StartDateLocal);
        Assert.Equal(3, created.ResourceState);
        Assert.Null(created.UploadId);
        Assert.Equal(new Uri(fake.BaseUri, $"/activities/{created.Id}"), created.ActivityUrl);
        Assert.True(created.Athlete!.Id > 0);
    }

    /// <summary>
    /// "The workout type is recommended for miscellaneous activities": a sport that is only a sport type is sent with this type.
    /// </summary>
    [Theory]
    [Clause("AC-097")]
    [InlineData("Pickleball", "Workout")]
    [InlineData("HighIntensityIntervalTraining", "Workout")]
    [InlineData("Workout", "Workout")]
    [InlineData("Yoga", "Yoga")]
    public async Task Undocumented_type_is_sent_as_workout(string sport, string type) =>
        Assert.Contains($"&type={type}&sport_type={sport}&", await RequestForAsync(Ride with { SportType = SportType.Parse(sport) }),
            StringComparison.Ordinal);

    /// <summary>strava-activities.md, "Activity types", has none of these sports.</summary>
    [Theory]
    [InlineData("Ride", "MountainBikeRide", "GravelRide")]
    [InlineData("EBikeRide", "EMountainBikeRide")]
    [InlineData("Run", "TrailRun")]
    [InlineData("Rowing", "VirtualRow")]
    [InlineData("Workout", "Badminton", "Basketball", "Cricket", "Dance", "Padel", "PhysicalTherapy", "Pilates")]
    [InlineData("Workout", "Racquetball", "Squash", "TableTennis", "Tennis", "Volleyball")]
    public async Task Newer_sport_type_is_sent_with_the_nearest_documented_type(string type, params string[] sports)
    {
        foreach (var sport in sports)
        {
            Assert.Contains($"&type={type}&sport_type={sport}&", await RequestForAsync(Ride with { SportType = SportType.Parse(sport) }),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2025-03-30T02:30:00+01:00", "2025-03-30T02%3A30%3A00Z")]
    [InlineData("2025-12-31T23:59:59-12:00", "2025-12-31T23%3A59%3A59Z")]
    [InlineData("2025-06-01T00:00:00.9+14:00", "2025-06-01T00%3A00%3A00Z")]
    public async Task Local_time_is_sent_for_any_offset(string start, string sent) =>
        Assert.Contains($"start_date_local={sent}&", await RequestForAsync(Ride with { StartTime = DateTimeOffset.Parse(start, null) }),
            StringComparison.Ordinal);

    [Fact]
    public async Task Duration_of_more_than_a_day_is_sent_completely() =>
        Assert.Contains("elapsed_time=93600", await RequestForAsync(Ride with { ElapsedTime = TimeSpan.FromHours(26) }),
            StringComparison.Ordinal);

    [Fact]
    [Clause("PA-042", "PA-044", "AC-114", "AC-115", "AC-117", "AC-118", "AC-120", "AC-121", "AC-122", "AC-126", "AC-127", "AC-129")]
    public async Task Parameters_and_custom_values_are_sent_unless_null()
    {
        var request = await RequestForAsync(Ride with
        {
            SportType = SportType.Parse("trailrun"),
            Description = "a & b",
            Distance = 1234.5,
            Trainer = true,
            Commute = false,
            Private = true,
            CustomData = new Dictionary<string, string>(StringComparer.Ordinal) { ["rpe"] = "8" },
        });

        Assert.StartsWith("POST /api/v3/activities HTTP/1.1", request, StringComparison.Ordinal);
        Assert.EndsWith(
            "name=Most+Epic+Ride+EVER%21%21%21&type=Run&sport_type=TrailRun&start_date_local=2013-10-23T10%3A02%3A13Z&elapsed_time=18373"
            + "&description=a+%26+b&distance=1234.5&private=1&trainer=1&commute=0&rpe=8",
            request,
            StringComparison.Ordinal);
        Assert.DoesNotContain("description", await RequestForAsync(Ride), StringComparison.Ordinal);
        Assert.DoesNotContain("private", await RequestForAsync(Ride), StringComparison.Ordinal);
    }

    public static TheoryData<string> ReservedNames() =>
        [.. NewActivity.ReservedNames, .. NewActivity.ReservedNames.Select(name => name.ToUpperInvariant())];

    [Theory]
    [MemberData(nameof(ReservedNames))]
    public async Task Custom_field_with_the_name_of_a_documented_parameter_is_refused_before_anything_is_sent(string name)
    {
        await using var server = new ScriptedServer();
        var activity = Ride with { CustomData = new Dictionary<string, string>(StringComparer.Ordinal) { ["rpe"] = "8", [name] = "evil" } };

        await AssertErrorAsync(StravaErrors.CustomDataNameReserved, () => For(server).CreateActivityAsync(activity, Cancellation));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Every_documented_parameter_is_a_reserved_name()
    {
        var request = await RequestForAsync(Ride with { Description = "d", Distance = 1, Private = true, Trainer = true, Commute = true });
        var names = request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Split('&')
            .Select(field => field[..field.IndexOf('=', StringComparison.Ordinal)]).ToList();

        Assert.Equal(10, names.Count);
        Assert.All(names, name => Assert.Contains(name, NewActivity.ReservedNames));
    }

    [Theory]
    [Clause("AC-122", "AC-126")]
    [InlineData(true, "&private=1")]
    [InlineData(false, "&private=0")]
    [InlineData(null, "")]
    public async Task Private_is_sent_as_an_integer_or_omitted(bool? isPrivate, string sent) =>
        Assert.EndsWith($"&elapsed_time=18373{sent}", await RequestForAsync(Ride with { Private = isPrivate }), StringComparison.Ordinal);

    [Fact]
    public void Settings_that_differ_in_the_response_are_reported_as_ignored()
    {
        var sent = Ride with { Private = true, Trainer = false, Commute = true };

        Assert.Equal(["Commute", "Private"],
            sent.FindIgnoredSettings(new StravaActivity { Private = false, Trainer = false, Commute = false }));
        Assert.Empty(sent.FindIgnoredSettings(new StravaActivity()));
        Assert.Empty(Ride.FindIgnoredSettings(new StravaActivity { Private = true }));
    }

    [Fact]
    [Clause("PA-030")]
    public async Task Documented_partner_response_with_17_digit_ids_is_read()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(201, """
            {"id":12345678987654321,"resource_state":3,"external_id":null,"upload_id":null,
            "athlete":{"id":12345678987654321,"resource_state":1},
            "photo_metadata":[{"uri":"https://p.invalid/snsU?Expires=1521148201","header":{"Content-Type":"image/jpeg"},
            "method":"PUT","max_size":1600}]}
            """));

        var created = await For(server).CreateActivityAsync(Ride, Cancellation);

        Assert.Equal(12345678987654321, created.Id);
        Assert.Equal(12345678987654321, created.Athlete!.Id);
        Assert.Equal("PUT", Assert.Single(created.PhotoMetadata!).Method);
    }

    [Fact]
    public async Task Creation_without_a_response_fails_with_a_warning_against_resending()
    {
        await using var server = new ScriptedServer(ScriptedServer.Html(504, "<html>"));

        await AssertErrorAsync(StravaErrors.FateUnknown, () => For(server).CreateActivityAsync(Ride, Cancellation));
    }

    [Fact]
    public async Task Overlapping_activity_has_its_own_error()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(409, "{}"));

        await AssertErrorAsync(StravaErrors.ActivityTimeConflict, () => For(server).CreateActivityAsync(Ride, Cancellation));
    }

    private static async Task<string> RequestForAsync(NewActivity activity)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(201, """{"id":1}"""));
        await For(server).CreateActivityAsync(activity, Cancellation);
        return Assert.Single(server.Requests);
    }
}
