using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>A snapshot to save.</summary>
internal sealed record SnapshotChange([property: JsonRequired] string Name);
