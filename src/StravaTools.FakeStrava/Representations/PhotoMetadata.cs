namespace StravaTools.FakeStrava.Representations;

/// <summary>Where and how to send the photo of an activity (strava-partner-uploads.md, "Example Upload Check Response").</summary>
/// <param name="Uri">The URL, signed and expiring.</param>
/// <param name="Header">The headers to send with it.</param>
/// <param name="Method">PUT.</param>
/// <param name="MaxSize">1600 in the examples, which have no unit.</param>
internal sealed record PhotoMetadata(string Uri, PhotoHeader Header, string Method, int MaxSize);
