using StravaTools.Client.Clubs;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Converts clubs to their IDs.</summary>
public sealed class ClubIdsAttribute() : KnownIdsAttribute("ClubId")
{
    private protected override object? FindId(object? value)
    {
        if (value is StravaClub club)
        {
            return club.Id;
        }

        return value;
    }
}
