namespace StravaTools.FakeStrava.Representations;

/// <summary>Strava's error (swagger, Fault).</summary>
internal sealed record Fault(string Message, FaultError[] Errors);
