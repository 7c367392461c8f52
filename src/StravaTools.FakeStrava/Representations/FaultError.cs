
namespace StravaTools.FakeStrava.Representations;

/// <summary>What was wrong with which field (swagger, Error).</summary>
internal sealed record FaultError(string Resource, string Field, string Code);
