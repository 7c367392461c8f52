using StravaTools.Client.Activities;
using StravaTools.Client.Athletes;
using StravaTools.Client.Segments;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Converts athletes and related objects, such as activities, to the IDs of the athletes.</summary>
public sealed class AthleteIdsAttribute() : KnownIdsAttribute("AthleteId")
{
    private protected override object? FindId(object? value) => value switch
    {
        StravaAthlete athlete => athlete.Id,
        StravaActivity activity => activity.Athlete?.Id,
        StravaEffort effort => effort.Athlete?.Id,
        StravaLeaderboardEntry entry => entry.AthleteId,
        _ => value,
    };
}
