using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Admin;

/// <summary>What happens to an upload in processing.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Text">The error: a name, such as timeMissing, or any text.</param>
internal sealed record UploadChange([property: JsonRequired] UploadChangeOutcome Outcome, string? Text = null);
