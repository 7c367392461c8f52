using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>A difference of two states, as an operation of JSON Patch. Things are addressed by their keys.</summary>
/// <param name="Op">add, remove, or replace.</param>
/// <param name="Path">The place, such as /activities/10000000002/name.</param>
/// <param name="Value">The new value.</param>
internal sealed record StateChange(string Op, string Path, JsonNode? Value = null);
