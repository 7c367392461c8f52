using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Admin;

/// <summary>When uploads are processed.</summary>
internal sealed record ProcessingJson([property: JsonRequired] ProcessingPolicy Uploads);
