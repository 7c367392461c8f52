using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Stubs.Dialects;

/// <summary>A stub in the other dialect.</summary>
/// <param name="Json">The stub.</param>
/// <param name="Lost">The places in the source that the other dialect cannot express, as JSON pointers.</param>
internal sealed record Translation(JsonObject Json, IReadOnlyList<string> Lost);
