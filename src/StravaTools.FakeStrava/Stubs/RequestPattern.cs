using System.Text.Json;
using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>The request of a stub, or a question to the journal.</summary>
internal sealed class RequestPattern
{
    /// <summary>The weights of WireMock: of the URL 10, of the method 3, and of all conditions together 39.</summary>
    private const double TotalWeight = 39;

    private readonly IReadOnlyList<RequestCondition> _conditions;

    public RequestPattern(JsonObject json, IReadOnlyList<RequestCondition> conditions) => (Json, _conditions) = (json, conditions);

    /// <summary>As WireMock returns it.</summary>
    public JsonObject Json { get; }

    public bool ReadsBody => _conditions.Any(condition => condition.ReadsBody);

    /// <summary>True if all conditions that do not look at the body are satisfied.</summary>
    public bool MatchesHead(StubRequest request) => _conditions.All(condition => condition.ReadsBody || condition.IsMet(request));

    public bool Matches(StubRequest request) => _conditions.All(condition => condition.IsMet(request));

    /// <summary>0 for a match.</summary>
    public double DistanceTo(StubRequest request) => _conditions.Where(condition => request.IsComplete || condition.ReadsLine)
        .Sum(condition => condition.Weight * condition.Measure(request)) / TotalWeight;

    /// <summary>What does not match, for people.</summary>
    public IEnumerable<string> DescribeMismatches(StubRequest request) =>
        _conditions.Where(condition => (request.IsComplete || condition.ReadsLine) && condition.Measure(request) > 0)
            .Select(condition => condition.Description);

    /// <exception cref="StubFormatException">The pattern is invalid.</exception>
    public static RequestPattern FromJson(JsonElement json, string place) => RequestPatternReader.ReadPattern(json, place);
}
