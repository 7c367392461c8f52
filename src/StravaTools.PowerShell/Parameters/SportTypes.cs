using StravaTools.Activities.Model;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Sport types as people write them.</summary>
internal static class SportTypes
{
    /// <summary>The sport type, in Strava's spelling; the list grows, so one that is not in it is sent, too.</summary>
    public static SportType? Parse(string? name)
    {
        if (name is null)
        {
            return null;
        }

        return SportType.Parse(name.Trim());
    }

    /// <summary>What to tell somebody whose sport type is not in the list.</summary>
    public static string? Warning(SportType? sport)
    {
        if (sport is null or { IsKnown: true })
        {
            return null;
        }

        return $"Strava documents no sport type '{sport.Name}'. It is sent as it is; if Strava does not know it, the upload may fail or the sport be ignored.";
    }
}
