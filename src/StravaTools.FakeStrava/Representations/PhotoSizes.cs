using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

/// <summary>The URLs of a photo. The fake does not scale it: both are the original.</summary>
/// <param name="Small">100 pixels wide.</param>
/// <param name="Large">600 pixels wide.</param>
public sealed record PhotoSizes([property: JsonPropertyName("100")] string Small, [property: JsonPropertyName("600")] string Large);
