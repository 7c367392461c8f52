
namespace StravaTools.FakeStrava.Representations;

/// <summary>Seconds in a zone; max is -1 for the last one.</summary>
internal sealed record ZoneBucket(int Min, int Max, int Time);
