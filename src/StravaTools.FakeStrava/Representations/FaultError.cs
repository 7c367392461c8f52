namespace StravaTools.FakeStrava.Representations;

/// <summary>An invalid field (swagger, Error).</summary>
internal sealed record FaultError(string Resource, string Field, string Code);
