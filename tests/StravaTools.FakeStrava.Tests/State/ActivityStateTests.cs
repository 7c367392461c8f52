using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.State;

/// <summary>strava-activities.md: attributes that users change on strava.com, not through the API.</summary>
public class ActivityStateTests : FakeStravaTest
{
    [Fact]
    [Clause("AC-026", "AC-027", "AC-028", "AC-040")]
    public async Task Kudos_comments_group_and_flag_of_the_state_are_in_detail_summary_and_meta()
    {
        await StartAsync(TwoAthletes);
        var id = await RideAsync();

        Assert.True(Server.UpdateActivity(id,
            activity => activity with { KudosFrom = [2, 3, 4], Comments = [new FakeComment(2, "a"), new FakeComment(3, "b")], AthleteCount = 6, Flagged = true }));

        foreach (var json in new[] { (await GetAsync($"api/v3/activities/{id}")).Json,
            (await GetAsync("api/v3/athlete/activities")).Json[0] })
        {
            Assert.Equal(
                (3, 2, 6, true),
                (json.GetProperty("kudos_count").GetInt32(), json.GetProperty("comment_count").GetInt32(),
                    json.GetProperty("athlete_count").GetInt32(),
                json.GetProperty("flagged").GetBoolean()));
        }

        Assert.False(Server.UpdateActivity(id + 1, activity => activity));
    }

    [Theory]
    [Clause("AC-061")]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task Has_kudoed_is_about_the_athlete_who_sends_the_request(long kudosFrom, bool expected)
    {
        await StartAsync(TwoAthletes with { Profile = FakeProfile.Documented });
        var id = await RideAsync();
        Server.UpdateActivity(id, activity => activity with { KudosFrom = [kudosFrom] });

        var (others, own) = (await GetAsync($"api/v3/activities/{id}", "other-token"), await GetAsync($"api/v3/activities/{id}"));

        Assert.Equal((1, expected), (others.Number("kudos_count"), others.Json.GetProperty("has_kudoed").GetBoolean()));
        Assert.False(own.Json.GetProperty("has_kudoed").GetBoolean());
    }

    [Theory]
    [Clause("AC-041")]
    [InlineData("Run", 0, new[] { 1, 2, 3 })]
    [InlineData("Ride", 10, new[] { 11, 12 })]
    public async Task Workout_type_is_the_default_of_the_sport_or_that_of_the_state(string sport, int byDefault, int[] others)
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });
        var id = await RideAsync(sport);
        var path = $"api/v3/activities/{id}";

        Assert.Equal(byDefault, (await GetAsync(path)).Number("workout_type"));
        foreach (var type in others)
        {
            Server.UpdateActivity(id, activity => activity with { WorkoutType = type });

            Assert.Equal(type, (await GetAsync(path)).Number("workout_type"));
            Assert.Equal(type, (await GetAsync("api/v3/athlete/activities")).Json[0].GetProperty("workout_type").GetInt32());
            Assert.Equal(type, (await SendAsync(HttpMethod.Put, $"{path}?name=n")).Number("workout_type"));
        }
    }

    private async Task<long> RideAsync(string sport = "Ride") =>
        (await SendAsync(HttpMethod.Post,
            $"api/v3/activities?name=a&type={sport}&start_date_local=2025-07-02T06:00:00&elapsed_time=60")).Number("id");
}
