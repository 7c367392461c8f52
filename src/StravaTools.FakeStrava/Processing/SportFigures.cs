using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Everything about an activity that depends on its sport.</summary>
internal static class SportFigures
{
    /// <summary>Sets the sport and computes everything that depends on it.</summary>
    /// <param name="activity">With its route, distance, times, and laps.</param>
    /// <param name="sport">The sport type.</param>
    /// <param name="athlete">The athlete, for gear, weight, and race time.</param>
    public static DetailedActivity WithSport(this DetailedActivity activity, string sport, FakeAthlete athlete)
    {
        var typed = activity.WithGear(FindPrimaryGear(sport, athlete)) with
        {
            SportType = sport,
            Type = ActivityTypes.TypeOf(sport),
            WorkoutType = ActivityTypes.FindDefaultWorkoutType(sport),
            DeviceWatts = ActivityTypes.IsRide(sport) ? false : null,
        };
        if (typed.Recording is { } recording)
        {
            // In this order: calories of rides are computed from their kilojoules.
            return typed.WithPower(recording, sport, athlete)
                .WithEnergy(recording, sport, athlete)
                .WithRunDetails(recording, sport, athlete);
        }

        return typed;
    }

    public static DetailedActivity WithGear(this DetailedActivity activity, FakeGear? gear) => activity with
    {
        GearId = gear?.Id,
        Gear = gear is null ? null : GearSummary.FromGear(gear),
    };

    private static FakeGear? FindPrimaryGear(string sport, FakeAthlete athlete)
    {
        if (ActivityTypes.IsRide(sport))
        {
            return FindPrimaryGear(FakeGear.BikePrefix, athlete);
        }

        if (ActivityTypes.IsOnFoot(sport))
        {
            return FindPrimaryGear(FakeGear.ShoesPrefix, athlete);
        }

        return null;
    }

    private static FakeGear? FindPrimaryGear(char prefix, FakeAthlete athlete) =>
        athlete.Gear.FirstOrDefault(gear => gear.Primary && gear.Id.StartsWith(prefix));
}
