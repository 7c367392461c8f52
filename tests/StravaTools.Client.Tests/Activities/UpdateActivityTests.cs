using StravaTools.Activities.Model;
using StravaTools.Client.Activities;
using StravaTools.Client.Tests.Support;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Activities;

/// <summary>strava-activities.md, "Update an activity".</summary>
public sealed class UpdateActivityTests
{
    [Fact]
    [Clause("AC-157", "AC-158", "AC-159", "AC-160", "AC-161", "AC-162", "AC-164")]
    public async Task Parameters_are_sent_as_JSON_with_Booleans_unless_null()
    {
        await using var server =
            new ScriptedServer(ScriptedServer.Json(200, """{"id":123,"name":"new"}"""), ScriptedServer.Json(200, """{"id":123}"""));
        var client = For(server);
        var updated = await client.UpdateActivityAsync(
            123,
            new ActivityUpdate
            {
                Name = "new",
                SportType = SportType.Parse("trailrun"),
                Description = "",
                GearId = ActivityUpdate.NoGear,
                Trainer = false,
                Commute = true,
                Private = true,
                HideFromHome = false,
            },
            Cancellation);
        await client.UpdateActivityAsync(123, new ActivityUpdate { Commute = false }, Cancellation);

        Assert.Equal(("new", new Uri(server.Uri, "activities/123")), (updated.Name, updated.ActivityUrl));
        var request = server.Requests[0];
        Assert.StartsWith("PUT /api/v3/activities/123 HTTP/1.1", request, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith(
            "\r\n\r\n"
            + """{"name":"new","type":"Run","sport_type":"TrailRun","description":"","gear_id":"none","trainer":false,"commute":"""
            + """true,"private":true,"hide_from_home":false}""",
            request,
            StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"commute\":false}", server.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FakeProfile.Current, "Private")]
    [InlineData(FakeProfile.Documented, null)]
    public async Task Setting_that_the_server_ignores_is_found_in_its_answer(FakeProfile profile, string? expected)
    {
        await using var fake = await FakeStravaServer.StartAsync(new FakeStravaOptions { Profile = profile }, Cancellation);
        var created = await For(fake).CreateActivityAsync(
            new NewActivity
            {
                Name = "a",
                SportType = SportType.Parse("Ride"),
                StartTime = DateTimeOffset.UnixEpoch,
                ElapsedTime = TimeSpan.FromMinutes(1)
            },
            Cancellation);
        var update = new ActivityUpdate
        {
            Private = true,
            Commute = true,
            Trainer = false,
            HideFromHome = true,
            SportType = SportType.Parse("Walk")
        };

        var updated = await For(fake).UpdateActivityAsync(created.Id, update, Cancellation);

        Assert.Equal(expected is null ? [] : [expected], update.FindIgnoredSettings(updated));
    }

    [Fact]
    public void Every_setting_that_was_sent_and_returned_is_compared()
    {
        var update = new ActivityUpdate
        {
            SportType = SportType.Parse("Walk"),
            Trainer = true,
            Commute = true,
            Private = false,
            HideFromHome = true
        };
        var answer = new StravaActivity { SportType = "Run", Trainer = false, Commute = false, Private = true, HideFromHome = false };

        Assert.Equal(["SportType", "Trainer", "Commute", "Private", "HideFromHome"], update.FindIgnoredSettings(answer));
        Assert.Empty(update.FindIgnoredSettings(new StravaActivity()));
        Assert.Empty(new ActivityUpdate { Name = "a" }.FindIgnoredSettings(answer));
    }

    [Fact]
    public async Task Empty_update_sends_nothing()
    {
        await using var server = new ScriptedServer();
        await Assert.ThrowsAsync<ArgumentException>(() => For(server).UpdateActivityAsync(1, new ActivityUpdate(), Cancellation));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Update_without_a_response_has_its_own_error()
    {
        await using var server = new ScriptedServer(ScriptedServer.HangUp);
        await AssertErrorAsync(StravaErrors.FateUnknown,
            () => For(server).UpdateActivityAsync(1, new ActivityUpdate { Name = "a" }, Cancellation));
    }
}
