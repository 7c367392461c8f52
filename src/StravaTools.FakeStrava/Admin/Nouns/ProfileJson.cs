using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>Which Strava the fake imitates.</summary>
internal sealed record ProfileJson([property: JsonRequired] FakeProfile Profile);
