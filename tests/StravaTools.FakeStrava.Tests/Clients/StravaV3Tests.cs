using System.Diagnostics;
using System.Reflection;
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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

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
        JsonLike.Assert(Examples.HeartRateZones, calls["activities.listZones"][0]);
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
        var clients = typeof(StravaV3Tests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "Clients").Value!;
        var client = Path.Combine(clients, "strava-v3");
        RequiredTool.NodePackage(client, "strava-v3");
        var file = Path.Combine(Directory.CreateTempSubdirectory("stravatools-node-").FullName, "run.tcx");
        await File.WriteAllBytesAsync(file, Recordings.Tcx());
        try
        {
            return await RunAsync(client, file);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private async Task<Dictionary<string, JsonElement>> RunAsync(string client, string file)
    {
        var start = new ProcessStartInfo("node", ["run.js", Server.BaseUri.AbsoluteUri, Server.AccessToken, "fake-refresh-token", file])
        {
            WorkingDirectory = client,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_PROXY"] = "127.0.0.1" },
        };
        using var node = Process.Start(start)!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal((0, ""), (node.ExitCode, await error));
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))
            .ToDictionary(line => line.GetProperty("call").GetString()!, line => line.GetProperty("result"));
    }
}
