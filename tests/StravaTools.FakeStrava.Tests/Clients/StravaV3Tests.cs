using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Clients;

/// <summary>
/// npm strava-v3, a client of others in another language, with the fake (field-notes.md, 5.1): tests/Clients/strava-v3/run.js
/// calls it.
/// </summary>
public class StravaV3Tests : FakeStravaTest
{
    [Theory]
    [InlineData(FakeProfile.Current)]
    [InlineData(FakeProfile.Documented)]
    public async Task Client_uploads_creates_updates_lists_and_refreshes(FakeProfile profile)
    {
        // Its numbers are doubles, so IDs are below 2^53. The access token is about to expire, so that a refresh gives a new one.
        await StartAsync(new FakeStravaOptions
        {
            Profile = profile,
            Processing = ProcessingPolicy.AfterPolls(1),
            Athletes = [new FakeAthlete { AccessTokenExpiresAt = DateTimeOffset.UtcNow.AddMinutes(30) }],
        });

        var calls = await RunAsync();

        Assert.Equal(IsReady, calls["uploads.post"].GetProperty("status").GetString());
        Assert.Equal("node.tcx", calls["uploads.post"].GetProperty("external_id").GetString());
        Assert.Contains("duplicate of", calls["uploads.post duplicate"].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(("By hand", true),
            (calls["activities.create"].GetProperty("name").GetString(), calls["activities.create"].GetProperty("commute").GetBoolean()));
        AssertUpdated(calls["activities.update"]);
        AssertUpdated(calls["activities.get"]);
        Assert.Equal(["By hand", "Renamed"],
            calls["athlete.listActivities"].EnumerateArray().Select(activity => activity.GetProperty("name").GetString()));
        JsonLike.Assert(Examples.Laps, calls["activities.listLaps"]);
        var zones = calls["activities.listZones"][0];
        Assert.Equal(("heartrate", 5), (zones.GetProperty("type").GetString(), zones.GetProperty("distribution_buckets").GetArrayLength()));
        if (profile == FakeProfile.Documented)
        {
            // "max" is in no recording.
            JsonLike.Assert(Examples.HeartRateZones, zones);
        }

        Assert.Equal(["time", "distance", "heartrate"], calls["streams.activity"].EnumerateObject().Select(stream => stream.Name));
        JsonLike.Assert("""{"token_type":"Bearer","access_token":"a","expires_at":1,"expires_in":21600,"refresh_token":"a"}""",
            calls["oauth.refreshToken"]);
        Assert.NotEqual(Server.AccessToken, calls["oauth.refreshToken"].GetProperty("access_token").GetString());
        Assert.Equal(("StatusCodeError", 404), (calls["activities.get missing"].GetProperty("name").GetString(),
            calls["activities.get missing"].GetProperty("statusCode").GetInt32()));
        Assert.False(calls["rateLimiting"].GetProperty("exceeded").GetBoolean());
        // It reads the limits if all four headers are present, as they are today.
        Assert.Equal(profile == FakeProfile.Current, calls["rateLimiting"].GetProperty("fraction").GetDouble() is > 0 and < 0.5);
    }

    private static void AssertUpdated(JsonElement activity)
    {
        Assert.Equal("Renamed", activity.GetProperty("name").GetString());
        Assert.Equal((true, false), (activity.GetProperty("commute").GetBoolean(), activity.GetProperty("trainer").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, activity.GetProperty("gear_id").ValueKind);
    }

    private async Task<Dictionary<string, JsonElement>> RunAsync()
    {
        RequiredTool.NodePackage(ClientFolder.Find("strava-v3"), "strava-v3");
        var lines = await ForeignClient.RunWithFileAsync(
            "strava-v3", "node", "run.js", Server.BaseUri.AbsoluteUri, Server.AccessToken, "fake-refresh-token");
        return lines.ToDictionary(line => line.GetProperty("call").GetString()!, line => line.GetProperty("result"));
    }
}
