using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

/// <summary>The headers to send with a photo: part of the signature.</summary>
/// <param name="ContentType">image/jpeg, for a PNG too.</param>
internal sealed record PhotoHeader([property: JsonPropertyName("Content-Type")] string ContentType);
