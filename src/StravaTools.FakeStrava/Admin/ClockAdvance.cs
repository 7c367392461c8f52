using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Admin;

/// <summary>How far the clock moves forward.</summary>
internal sealed record ClockAdvance([property: JsonRequired] TimeSpan By);
