using System.Management.Automation;
using StravaTools.Activities.Analysis;

namespace StravaTools.PowerShell.Commands;

/// <summary>Encodes positions as one polyline.</summary>
[Cmdlet(VerbsData.ConvertTo, "StravaPolyline", HelpUri = HelpPages.Root + "ConvertTo-StravaPolyline.md")]
[OutputType(typeof(string))]
public sealed class ConvertToStravaPolylineCommand : PSCmdlet
{
    private readonly List<Position> _positions = [];

    /// <summary>The latitude in degrees.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(-90.0, 90.0)]
    public double Latitude { get; set; }

    /// <summary>The longitude in degrees.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(-180.0, 180.0)]
    public double Longitude { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _positions.Add(new Position(Latitude, Longitude));

    /// <summary>Encodes all positions at the end, because a polyline stores differences.</summary>
    protected override void EndProcessing()
    {
        if (_positions.Count > 0)
        {
            WriteObject(Polyline.Encode(_positions));
        }
    }
}
