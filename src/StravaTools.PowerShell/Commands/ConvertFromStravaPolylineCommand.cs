using System.Management.Automation;
using StravaTools.Activities.Analysis;
using StravaTools.Client;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Commands;

/// <summary>Decodes encoded polylines to positions.</summary>
[Cmdlet(VerbsData.ConvertFrom, "StravaPolyline", HelpUri = HelpPages.Root + "ConvertFrom-StravaPolyline.md")]
[OutputType(typeof(Position))]
public sealed class ConvertFromStravaPolylineCommand : PSCmdlet
{
    /// <summary>Encoded polylines, or activities and maps with a polyline. Objects without a route are skipped.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [RouteToPolyline]
    public string[]? Polyline { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var text in Polyline ?? [])
        {
            Decode(text);
        }
    }

    private void Decode(string text)
    {
        try
        {
            foreach (var position in Activities.Analysis.Polyline.Decode(text))
            {
                WriteObject(position);
            }
        }
        catch (FormatException e)
        {
            WriteError(ErrorRecords.CreateRecord(StravaErrors.InvalidPolyline, text, e.Message));
        }
    }
}
