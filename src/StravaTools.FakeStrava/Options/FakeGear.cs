namespace StravaTools.FakeStrava.Options;

/// <summary>A bike or a pair of shoes.</summary>
/// <param name="Id">Begins with b for bikes and with g for shoes.</param>
/// <param name="Name">The name.</param>
/// <param name="Distance">Meters so far.</param>
/// <param name="Primary">True for the gear of new activities.</param>
public sealed record FakeGear(string Id, string Name, double Distance = 0, bool Primary = true)
{
    internal const char BikePrefix = 'b';
    internal const char ShoesPrefix = 'g';
}
