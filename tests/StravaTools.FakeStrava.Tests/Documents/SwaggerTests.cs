using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Documents;

/// <summary>
/// Responses of the current profile match Strava's published swagger. Its schemas are in files that are not published. It contains the
/// kind of each response, the shape of a fault, and an example, whose attributes must be present with the same JSON type.
/// </summary>
public class SwaggerTests : FakeStravaTest
{
    /// <summary>
    /// Attributes for which the documents differ from the older example in the swagger: splits are for "running activities only", and
    /// temperature is returned "if provided at upload" (a TCX has none).
    /// </summary>
    private static readonly string[] ByTheDocuments =
    [
        // In no recording of today's answers.
        "/activities/{id}.partner_brand_tag", "/activities/{id}.highlighted_kudosers", "/activities/{id}.segment_leaderboard_opt_out",
        "/activities/{id}.leaderboard_opt_out", "/clubs/{id}.post_count", "/clubs/{id}.owner_id",
        "/activities/{id}.splits_metric", "/activities/{id}.average_temp",
    ];

    [Theory]
    [InlineData("/athlete", "get", "200", "athlete")]
    [InlineData("/activities/{id}", "get", "200", "activities/2")]
    [InlineData("/athlete/activities", "get", "200", "athlete/activities")]
    [InlineData("/activities/{id}/laps", "get", "200", "activities/2/laps")]
    [InlineData("/activities/{id}/zones", "get", "200", "activities/2/zones")]
    [InlineData("/activities/{id}/streams", "get", "200", "activities/2/streams?keys=distance")]
    [InlineData("/clubs/{id}", "get", "200", "clubs/1")]
    [InlineData("/segments/{id}", "get", "200", "segments/2417854")]
    [InlineData("/uploads/{uploadId}", "get", "200", "uploads/1")]
    public async Task Read_responses_have_the_shape_of_the_swagger(string path, string method, string status, string request)
    {
        var swagger = ResponseOf(path, method, status);
        await StartAsync(Options);
        // A ride, as in the swagger's examples.
        await UploadAndPollAsync(Recordings.Tcx("Biking"), "tcx", [("description", "d")]);

        AssertAnswers(path, swagger, await GetAsync($"api/v3/{request}"), status);
    }

    [Fact]
    public async Task Created_and_updated_responses_have_the_shape_of_the_swagger()
    {
        var (created, updated) = (ResponseOf("/activities", "post", "201"), ResponseOf("/activities/{id}", "put", "200"));
        await StartAsync(Options);
        await UploadAndPollAsync(Recordings.Tcx("Biking"), "tcx", [("description", "d")]);

        var create = await SendAsync(HttpMethod.Post,
            "api/v3/activities?name=B&sport_type=Ride&start_date_local=2025-07-02T06:00:00&elapsed_time=60&description=d");
        AssertAnswers("/activities", created, create, "201");
        AssertAnswers("/activities/{id}", updated, await SendAsync(HttpMethod.Put, "api/v3/activities/2?name=C"), "200");
    }

    [Theory]
    [InlineData("api/v3/activities/9")]
    [InlineData("api/v3/nothing")]
    [InlineData("api/v3/athlete/activities?page=0")]
    public async Task Fault_has_a_message_and_errors(string request)
    {
        await StartAsync();

        var fault = (await GetAsync(request)).Json;

        Assert.Equal(JsonValueKind.String, fault.GetProperty("message").ValueKind);
        Assert.All(fault.GetProperty("errors").EnumerateArray(),
            error => JsonLike.Assert("""{"resource":"a","field":"a","code":"a"}""", error));
    }

    private static FakeStravaOptions Options => new()
    {
        FirstId = 1,
        Segments = [Recordings.Segment with { ActivityType = "Ride" }],
        Clubs = [new FakeClub { Members = [227_615] }],
    };

    private static JsonElement ResponseOf(string path, string method, string status)
    {
        var file = Corpus.Root is { } corpus ? Path.Combine(corpus, "..", "contract", "strava_swagger.json") : "";
        Assert.SkipUnless(File.Exists(file), "Strava's swagger (shared/contract beside the repository) is absent.");
        return JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("paths").GetProperty(path).GetProperty(method)
            .GetProperty("responses").GetProperty(status);
    }

    private static void AssertAnswers(string path, JsonElement swagger, Reply reply, string status)
    {
        Assert.Equal(status, $"{(int)reply.Status}");
        var isArray = swagger.GetProperty("schema").TryGetProperty("type", out var type) && type.GetString() == "array";
        var hasExample = swagger.TryGetProperty("examples", out var examples);
        var example = hasExample ? examples.GetProperty("application/json") : default;
        // The schema of streams is a reference; its example is the array that comes without key_by_type.
        Assert.Equal(
            isArray || (hasExample && example.ValueKind == JsonValueKind.Array) ? JsonValueKind.Array : JsonValueKind.Object,
            reply.Json.ValueKind);
        if (hasExample)
        {
            AssertLike(example, reply.Json, path);
        }
    }

    /// <summary>
    /// Null matches any type, and an empty list has no items to compare: examples and responses can be about different activities.
    /// </summary>
    private static void AssertLike(JsonElement example, JsonElement actual, string path)
    {
        if (example.ValueKind == JsonValueKind.Null || actual.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        Assert.True(KindOf(example) == KindOf(actual), $"{path} is {actual.ValueKind}, and {example.ValueKind} in the swagger.");
        if (example.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in example.EnumerateObject()
                .Where(property => !ByTheDocuments.Contains($"{path}.{property.Name}") && IsNoKey(property.Name)))
            {
                Assert.True(actual.TryGetProperty(property.Name, out var value), $"{path}.{property.Name} is missing.");
                AssertLike(property.Value, value, $"{path}.{property.Name}");
            }
        }
        else if (example.ValueKind == JsonValueKind.Array && example.GetArrayLength() > 0 && actual.GetArrayLength() > 0)
        {
            AssertLike(example[0], actual[0], $"{path}[]");
        }
    }

    /// <summary>Sizes of photos are keys and not attributes.</summary>
    private static bool IsNoKey(string name) => !name.All(char.IsAsciiDigit);

    private static JsonValueKind KindOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;
}
