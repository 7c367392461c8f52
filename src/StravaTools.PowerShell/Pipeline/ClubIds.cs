using StravaTools.Client.Activities;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Takes clubs for their ids.</summary>
public sealed class ClubIdsAttribute() : KnownIdsAttribute("ClubId")
{
    private protected override object? IdOf(object? value) => value is StravaClub club ? club.Id : value;
}
