using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Client.Activities;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell;

/// <summary>Tells whose access token it is.</summary>
[Cmdlet(VerbsCommon.Get, "StravaAthlete")]
[OutputType(typeof(StravaAthlete))]
public sealed class GetStravaAthleteCommand : StravaCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => RunAsync(async cancellationToken =>
    {
        try
        {
            Engine.WriteObject(await Client.GetAthleteAsync(cancellationToken));
        }
        catch (StravaException e)
        {
            Engine.WriteError(ErrorRecords.Of(e, Client.BaseUri));
        }
    });
}
