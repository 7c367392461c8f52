using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Clients;

/// <summary>
/// Clients that others wrote, in four languages, unmodified: each uploads a run, reads it, and renews its token, as far as it can.
/// tests/Clients/README.md has the commands that install them.
/// </summary>
public class ForeignClientTests : FakeStravaTest
{
    private const string RefreshToken = "fake-refresh-token";
    private const string RunName = "From a client";

    [Fact]
    public async Task Strava_of_npm_uploads_reads_and_renews()
    {
        RequiredTool.NodePackage(ClientFolder.Find("strava"), "strava");
        await StartAsync(ExpiringToken);

        AssertRead(Assert.Single(
            await ForeignClient.RunWithFileAsync("strava", "node", "run.js", Server.BaseUri.AbsoluteUri, RefreshToken)));
    }

    [Fact]
    public async Task Stravalib_of_Python_uploads_reads_and_renews()
    {
        Assert.SkipUnless(await ForeignClient.SucceedsAsync("stravalib", "python3", "-c", "import stravalib"),
            "stravalib is not installed. Run pip install stravalib");
        await StartAsync(ExpiringToken);

        AssertRead(Assert.Single(
            await ForeignClient.RunWithFileAsync("stravalib", "python3", "run.py", Server.BaseUri.AbsoluteUri, RefreshToken)));
    }

    [Fact]
    public async Task Go_strava_uploads_and_reads()
    {
        Assert.SkipUnless(await ForeignClient.SucceedsAsync("go.strava", "go", "list", "-deps", "."),
            "Go or the module go.strava is not installed. Run go mod tidy in tests/Clients/go.strava");
        await StartAsync();

        AssertRead(Assert.Single(
            await ForeignClient.RunWithFileAsync("go.strava", "go", "run", ".", Server.BaseUri.AbsoluteUri, Server.AccessToken)));
    }

    [Fact]
    public async Task Activity_of_Go_uploads_updates_reads_and_renews()
    {
        Assert.SkipUnless(await ForeignClient.SucceedsAsync("activity", "go", "list", "-deps", "."),
            "Go or the module activity is not installed. Run go mod tidy in tests/Clients/activity");
        await StartAsync(ExpiringToken);

        AssertRead(Assert.Single(
            await ForeignClient.RunWithFileAsync("activity", "go", "run", ".", Server.BaseUri.AbsoluteUri, RefreshToken)));
    }

    [Fact]
    public async Task Tudormobile_of_NuGet_reads_and_renews()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Assert.SkipUnless(Directory.Exists(Path.Combine(packages, "tudormobile.strava")),
            "Tudormobile.Strava is not installed. Run dotnet restore tests/Clients/tudormobile");
        await StartAsync(ExpiringToken);
        var run = (await UploadAndPollAsync(Recordings.Tcx(), "tcx", [("name", RunName)])).Number("activity_id");

        AssertRead(Assert.Single(await ForeignClient.RunAsync(
            "tudormobile", "dotnet", "run", "--", Server.BaseUri.AbsoluteUri, RefreshToken, $"{run}")));
    }

    /// <summary>About to expire, so that a renewal gives another one. Numbers of JavaScript are doubles.</summary>
    private static FakeStravaOptions ExpiringToken => new()
    {
        Athletes = [new FakeAthlete { AccessTokenExpiresAt = DateTimeOffset.UtcNow.AddMinutes(30) }],
    };

    private void AssertRead(JsonElement read)
    {
        var activity = Assert.Single(Server.Activities);
        Assert.Equal((activity.Id, 227_615, RunName, 1, 2, activity.Recording!.Streams.Count),
            (Number("activityId"), Number("athleteId"), read.GetProperty("name").GetString(), Number("activities"), Number("laps"),
                Number("points")));
        if (read.TryGetProperty("accessToken", out var token))
        {
            Assert.NotEqual(Server.AccessToken, token.GetString());
        }

        long Number(string name) => read.GetProperty(name).GetInt64();
    }
}
