using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>Summary of a bike or a pair of shoes (strava-activities.md, "Example activity").</summary>
/// <param name="Id">The ID.</param>
/// <param name="Primary">True for the gear of new activities.</param>
/// <param name="Name">The name.</param>
/// <param name="Distance">Meters.</param>
/// <param name="ResourceState">2: summary.</param>
public sealed record GearSummary(
    string Id, bool Primary, string Name, [property: WireNumber(WireNumberForm.Whole)] double Distance, int ResourceState = 2)
{
    private const double MetersPerKilometer = 1000;

    /// <summary>Empty: the gear of the fake has no nickname.</summary>
    [OnlyIn(FakeProfile.Current)]
    public string Nickname => "";

    /// <summary>False.</summary>
    [OnlyIn(FakeProfile.Current)]
    public bool Retired => false;

    /// <summary>Kilometers.</summary>
    [OnlyIn(FakeProfile.Current)]
    public double ConvertedDistance => Math.Round(Distance / MetersPerKilometer, 1);

    internal static GearSummary FromGear(FakeGear gear) => new(gear.Id, gear.Primary, gear.Name, gear.Distance);
}
