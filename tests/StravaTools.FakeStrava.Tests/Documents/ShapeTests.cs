using System.Net;
using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Documents;

/// <summary>
/// The current profile has the attributes and JSON types of recorded answers (Oct 2025, and older ones of uploads and tokens), except for
/// device_name in lists, which is younger. The shapes contain types only.
/// </summary>
public class ShapeTests : FakeStravaTest
{
    [Fact]
    public async Task Answers_have_the_attributes_and_types_of_recordings()
    {
        await StartAsync(new FakeStravaOptions
        {
            Athletes = [new FakeAthlete { Sex = "M", TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") }],
            Clubs = [new FakeClub { Members = [227615] }],
            Segments = [Recordings.Segment],
            IsPartner = true,
        });
        var run = await CreateRunAsync();
        Server.UpdateActivity(run, activity => activity with { KudosFrom = [227615] });
        var file = await File.ReadAllBytesAsync("morning-ride.fit", TestContext.Current.CancellationToken);
        var ride = (await UploadAndPollAsync(file, "fit")).Number("activity_id");

        List<string> differences =
        [
            .. await CompareAsync("athlete", "athlete"),
            .. await CompareAsync("athlete-zones", "athlete/zones"),
            .. await CompareAsync("athlete-clubs", "athlete/clubs"),
            .. await CompareAsync("stats", "athletes/227615/stats"),
            .. await CompareAsync("club", "clubs/1"),
            .. await CompareAsync("gear", "gear/b105763"),
            .. await CompareAsync("gear", "gear/g138727"),
            .. await CompareAsync("activity", $"activities/{run}"),
            .. await CompareAsync("activity", $"activities/{ride}"),
            .. await CompareAsync("activities", "athlete/activities"),
            .. await CompareAsync("laps", $"activities/{run}/laps"),
            .. await CompareAsync("zones", $"activities/{run}/zones"),
            .. await CompareAsync("streams", $"activities/{run}/streams?key_by_type=true"),
            .. await CompareAsync("streams", $"activities/{ride}/streams?key_by_type=true"),
            .. await CompareAsync("comments", $"activities/{run}/comments"),
            .. await CompareAsync("kudos", $"activities/{run}/kudos"),
            .. await CompareAsync("photos", $"activities/{run}/photos?size=5000"),
            .. await CompareAsync("segment", $"segments/{Recordings.Segment.Id}"),
            .. await CompareAsync("segment-efforts", $"segments/{Recordings.Segment.Id}/all_efforts"),
        ];

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task Answers_to_writes_have_the_attributes_and_types_of_recordings()
    {
        await StartAsync(
            new FakeStravaOptions { Athletes = [new FakeAthlete { Sex = "M" }], Clubs = [new FakeClub { Members = [227615] }] });

        var upload = await UploadAsync(TestFiles.Gpx(), "gpx");
        var created = await SendAsync(HttpMethod.Post, "api/v3/activities", Fields(
            ("name", "Run"), ("sport_type", "Run"), ("elapsed_time", "600"), ("distance", "1000"),
            ("start_date_local", "2026-01-01T10:00:00Z")));
        var weight = await SendAsync(HttpMethod.Put, "api/v3/athlete", Fields(("weight", "71")));
        var token = await PostAsync("oauth/token", ("client_id", "1"), ("client_secret", "fake-client-secret"),
            ("grant_type", "refresh_token"), ("refresh_token", "fake-refresh-token"));

        List<string> differences =
        [
            .. Compare("created-upload", upload), .. Compare("upload", await PollAsync(upload)), .. Compare("created-activity", created),
            .. Compare("updated-athlete", weight), .. Compare("token", token),
            .. Compare("deauthorized", await SendAsync(HttpMethod.Post, "oauth/deauthorize", token: token.Text("access_token"))),
        ];

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>A run over the segment, with a photo.</summary>
    private async Task<long> CreateRunAsync()
    {
        var poll = await UploadAndPollAsync(Recordings.Tcx(), "tcx", [("description", "a")]);
        var address = poll.Json.GetProperty("photo_metadata")[0].GetProperty("uri").GetString()!;
        var photo = new ByteArrayContent([0xff, 0xd8, 0xff, 0xd9]);
        photo.Headers.ContentType = new("image/jpeg");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Put, address, photo, "")).Status);
        return poll.Number("activity_id");
    }

    private async Task<IEnumerable<string>> CompareAsync(string name, string path) => Compare(name, await GetAsync($"api/v3/{path}"));

    private static IEnumerable<string> Compare(string name, Reply reply)
    {
        Assert.True(reply.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{name}: {reply.Status} {reply.Body}");
        using var stream = typeof(ShapeTests).Assembly.GetManifestResourceStream($"Shapes.{name}.json")!;
        return JsonShape.FindDifferences(JsonDocument.Parse(stream).RootElement, reply.Json, name);
    }
}
