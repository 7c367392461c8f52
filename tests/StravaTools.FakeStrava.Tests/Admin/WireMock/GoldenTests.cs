using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin.WireMock;

/// <summary>The fake answers calls of WireMock's administration in the form that was recorded from WireMock 3.13.2.</summary>
public class GoldenTests : FakeStravaTest
{
    /// <summary>Values that differ in each run. Their members and types must be the same.</summary>
    private static readonly string[] Volatile =
    [
        "id", "uuid", "absoluteUrl", "clientIp", "loggedDate", "loggedDateString", "port", "processTime", "serveTime", "totalTime",
        "Host", "User-Agent", "Authorization", "body", "bodyAsBase64", "detail", "distance",
    ];

    /// <summary>WireMock's texts about mismatches; those of the fake differ.</summary>
    private static readonly string[] FreePlaces = ["/matchResult", "/subEvents/0"];

    /// <summary>Where the fake deliberately returns more than WireMock.</summary>
    private static readonly string[] MoreThanWireMock = ["POST /__admin/requests/reset", "POST /__admin/settings"];

    [Fact]
    public async Task Recorded_calls_have_the_answers_of_WireMock()
    {
        await StartAsync();
        var differences = new List<string>();
        var exchanges = GoldenExchange.ReadAll();
        Assert.Equal(45, exchanges.Count);

        // As in the recorded server.
        await SendAsync(HttpMethod.Post, "__admin/settings", new StringContent("""{"fixedDelay":1}"""), "");
        var isFirstScenario = true;
        foreach (var exchange in exchanges)
        {
            if (isFirstScenario && exchange.Path == "/__admin/scenarios")
            {
                isFirstScenario = false;
                await SendThreeRequestsAsync();
            }

            await CompareAsync(exchange, differences);
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    /// <summary>Between the recorded calls, a client sent these requests.</summary>
    private async Task SendThreeRequestsAsync()
    {
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.BaseUri, "api/v3/nothing"))
            {
                Content = new StringContent("data_type=fit", Encoding.ASCII, "application/x-www-form-urlencoded"),
            };
            request.Headers.TryAddWithoutValidation("User-Agent", "curl/7.88.1");
            request.Headers.Accept.ParseAdd("*/*");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "x");
            request.Content.Headers.ContentType!.CharSet = null;
            statuses.Add((int)(await SendAsync(request)).Status);
        }

        Assert.Equal([201, 429, 404], statuses);
    }

    private async Task CompareAsync(GoldenExchange exchange, List<string> differences)
    {
        var name = $"{exchange.Method} {exchange.Path}";
        var content = exchange.Body is null ? null : new StringContent(exchange.Body, Encoding.UTF8, "application/json");
        var reply = await SendAsync(new HttpMethod(exchange.Method), exchange.Path[1..], content, "");
        if (MoreThanWireMock.Contains(name) && exchange.Status != 422)
        {
            Assert.Equal(200, (int)reply.Status);
            return;
        }

        if (exchange.Status != (int)reply.Status)
        {
            differences.Add($"{name}: {(int)reply.Status} instead of {exchange.Status}: {reply.Body}");
        }
        else if (exchange.Answer.Length == 0 || reply.Bytes.Length == 0)
        {
            if (exchange.Answer.Length != reply.Bytes.Length)
            {
                differences.Add($"{name}: '{reply.Body}' instead of '{exchange.Answer}'");
            }
        }
        else
        {
            CompareJson(name, "", JsonNode.Parse(exchange.Answer), JsonNode.Parse(reply.Body), differences);
        }
    }

    private static void CompareJson(string call, string place, JsonNode? expected, JsonNode? actual, List<string> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject one, JsonObject other):
                CompareMembers(call, place, one, other, differences);
                break;
            case (JsonArray one, JsonArray other) when one.Count == other.Count:
                for (var i = 0; i < one.Count; i++)
                {
                    CompareJson(call, $"{place}/{i}", one[i], other[i], differences);
                }

                break;
            case (JsonValue one, JsonValue other) when one.GetValueKind() == other.GetValueKind():
                if (!JsonNode.DeepEquals(one, other) && !Volatile.Contains(place[(place.LastIndexOf('/') + 1)..]))
                {
                    differences.Add($"{call} {place}: {other} instead of {one}");
                }

                break;
            default:
                differences.Add($"{call} {place}: {actual?.ToJsonString()} instead of {expected?.ToJsonString()}");
                break;
        }
    }

    private static void CompareMembers(string call, string place, JsonObject expected, JsonObject actual, List<string> differences)
    {
        foreach (var (name, value) in expected)
        {
            var isReport = place.EndsWith("/data", StringComparison.Ordinal) && name is "report" or "contentType";
            if (!actual.ContainsKey(name) && !isReport)
            {
                differences.Add($"{call} {place}/{name}: missing");
            }
            else if (!isReport && !FreePlaces.Any(free => place.EndsWith(free, StringComparison.Ordinal)))
            {
                CompareJson(call, $"{place}/{name}", value, actual[name], differences);
            }
        }

        // WireMock's 404 has no headers; the fake's has some. Both are in a logged response. The metadata of stubs may contain more.
        string[] allowed = ["headers", "metadata"];
        foreach (var (name, _) in actual.Where(member => !expected.ContainsKey(member.Key) && !allowed.Contains(member.Key)))
        {
            differences.Add($"{call} {place}/{name}: not in WireMock");
        }
    }
}
