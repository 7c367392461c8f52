using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>A stub in the dialect of wiremock.org.</summary>
internal sealed record StubMapping
{
    /// <summary>WireMock's priority of a stub without one; 1 is the highest.</summary>
    public const int DefaultPriority = 5;

    public required Guid Id { get; init; }

    /// <summary>As WireMock returns it: with id, uuid, and defaults.</summary>
    public required JsonObject Json { get; init; }

    public required RequestPattern Request { get; init; }

    public required StubResponse Response { get; init; }

    public int Priority { get; init; } = DefaultPriority;

    public string? ScenarioName { get; init; }

    public string? RequiredState { get; init; }

    public string? NewState { get; init; }

    /// <summary>True if the stub survives a reset.</summary>
    public bool IsPersistent => (bool?)Json["persistent"] == true;

    public JsonNode? Metadata => Json["metadata"];
}
