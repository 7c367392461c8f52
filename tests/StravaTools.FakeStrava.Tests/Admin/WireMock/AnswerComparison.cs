using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Tests.Admin.WireMock;

/// <summary>Compares answers of the fake's administration with those of WireMock, member by member.</summary>
/// <param name="varying">Members whose values differ in each run. They must exist, with the same type.</param>
internal sealed class AnswerComparison(params IReadOnlyCollection<string> varying)
{
    /// <summary>The texts of WireMock about mismatches; the fake has its own.</summary>
    private static readonly string[] FreePlaces = ["/matchResult", "/subEvents/0"];

    /// <summary>Where the fake deliberately returns more than WireMock.</summary>
    private static readonly string[] MoreThanWireMock = ["POST /__admin/requests/reset", "POST /__admin/settings"];

    private readonly List<string> _differences = [];

    public void AssertNone() => Assert.True(_differences.Count == 0, string.Join('\n', _differences));

    public void CompareAnswers(GoldenExchange call, (int Status, string Body) expected, (int Status, string Body) actual)
    {
        var name = $"{call.Method} {call.Path}";
        if (MoreThanWireMock.Contains(name) && expected.Status != 422)
        {
            Assert.Equal(200, actual.Status);
        }
        else if (expected.Status != actual.Status)
        {
            Add($"{name}: {actual.Status} instead of {expected.Status}: {actual.Body}");
        }
        else if (expected.Body.Length > 0 && actual.Body.Length > 0)
        {
            CompareJson(name, JsonNode.Parse(expected.Body), JsonNode.Parse(actual.Body));
        }
        else if (expected.Body != actual.Body)
        {
            Add($"{name}: '{actual.Body}' instead of '{expected.Body}'");
        }
    }

    public void CompareJson(string call, JsonNode? expected, JsonNode? actual) => Compare(call, "", expected, actual);

    public void Add(string difference) => _differences.Add(difference);

    private void Compare(string call, string place, JsonNode? expected, JsonNode? actual)
    {
        switch (expected, actual)
        {
            case (JsonObject one, JsonObject other):
                CompareMembers(call, place, one, other);
                break;
            case (JsonArray one, JsonArray other) when one.Count == other.Count:
                foreach (var (index, item) in one.Index())
                {
                    Compare(call, $"{place}/{index}", item, other[index]);
                }

                break;
            case (JsonValue one, JsonValue other) when one.GetValueKind() == other.GetValueKind():
                if (!JsonNode.DeepEquals(one, other) && !varying.Contains(place[(place.LastIndexOf('/') + 1)..]))
                {
                    Add($"{call} {place}: {other} instead of {one}");
                }

                break;
            case (null, null):
                break;
            default:
                Add($"{call} {place}: {actual?.ToJsonString()} instead of {expected?.ToJsonString()}");
                break;
        }
    }

    private void CompareMembers(string call, string place, JsonObject expected, JsonObject actual)
    {
        foreach (var (name, value) in expected)
        {
            var isReport = place.EndsWith("/data", StringComparison.Ordinal) && name is "report" or "contentType";
            if (!actual.ContainsKey(name) && !isReport)
            {
                Add($"{call} {place}/{name}: missing");
            }
            else if (name == "response" && (bool?)expected["wasMatched"] == false)
            {
                // WireMock records no body, but the fake answers as Strava does.
                continue;
            }
            else if (!isReport && !FreePlaces.Any(free => place.EndsWith(free, StringComparison.Ordinal)))
            {
                Compare(call, $"{place}/{name}", value, actual[name]);
            }
        }

        // WireMock's 404 has no headers and its answers have no length; the fake's have. Metadata is where stubs may have more.
        string[] allowed = ["headers", "metadata", "Content-Length"];
        foreach (var (name, _) in actual.Where(member => !expected.ContainsKey(member.Key) && !allowed.Contains(member.Key)))
        {
            Add($"{call} {place}/{name}: not in WireMock");
        }
    }
}
