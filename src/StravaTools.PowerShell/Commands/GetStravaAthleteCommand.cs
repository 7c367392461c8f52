using System.Management.Automation;
using StravaTools.Client.Athletes;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Gets the current athlete, or athletes by ID.</summary>
[Cmdlet(VerbsCommon.Get, "StravaAthlete", DefaultParameterSetName = OwnSet, HelpUri = HelpPages.Root + "Get-StravaAthlete.md")]
[OutputType(typeof(StravaAthlete))]
public sealed class GetStravaAthleteCommand : StravaCmdlet
{
    private const string OwnSet = "Own";
    private const string IdSet = "Id";

    /// <summary>The athletes: IDs, or objects with an athlete ID.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [AllowNull]
    [AllowEmptyCollection]
    [AthleteIds]
    public long[]? Id { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            ForEach(Id, async (id, cancellationToken) => Engine.WriteObject(await Client.GetAthleteAsync(id, cancellationToken)));
        }
        else
        {
            RunAsync(async cancellationToken => Engine.WriteObject(await Client.GetAthleteAsync(cancellationToken)), Client.BaseUri);
        }
    }
}
