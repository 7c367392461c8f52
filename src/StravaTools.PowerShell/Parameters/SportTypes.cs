using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Sport types as users write them.</summary>
internal static class SportTypes
{
    /// <summary>Returns the sport type in Strava's spelling. An unknown one is kept, because Strava's list grows.</summary>
    public static SportType? Parse(string? name)
    {
        if (name is null)
        {
            return null;
        }

        return SportType.Parse(name.Trim());
    }

    /// <summary>Returns the warning about a sport type that Strava does not document; null for any other.</summary>
    public static string? Warning(SportType? sport)
    {
        if (sport is null or { IsKnown: true })
        {
            return null;
        }

        var known = SportType.All.Select(documented => documented.Name);
        var suggestion = NearMiss.FindClosest(sport.Name, known) is { } near ? $"Did you mean {near}? " : "";
        return $"'{sport.Name}' is not a sport type that Strava documents. {suggestion}"
            + "It is sent unchanged, and Strava may reject the upload or ignore the sport.";
    }
}
