using System.Management.Automation;
using StravaTools.Client.Clubs;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Gets clubs.</summary>
[Cmdlet(VerbsCommon.Get, "StravaClub", HelpUri = HelpPages.Root + "Get-StravaClub.md")]
[OutputType(typeof(StravaClub))]
public sealed class GetStravaClubCommand : StravaCmdlet
{
    /// <summary>The clubs: IDs or club objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [ClubIds]
    public long[]? Id { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        ForEach(Id, async (id, cancellationToken) => Engine.WriteObject(await Client.GetClubAsync(id, cancellationToken)));
}
