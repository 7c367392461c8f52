using System.Management.Automation;
using StravaTools.Decathlon;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Gets activities of Decathlon's sports tracking data, with their photos and thumbnails.</summary>
[Cmdlet(VerbsCommon.Get, "DecathlonActivity", HelpUri = HelpPages.Root + "Get-DecathlonActivity.md")]
[OutputType(typeof(DecathlonActivity))]
public sealed class GetDecathlonActivityCommand : DecathlonCmdlet
{
    /// <summary>The activities.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ActivityId")]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in Id)
        {
            RunAsync(async cancellationToken => Engine.WriteObject(await Client.GetActivityAsync(id, cancellationToken)), id);
        }
    }
}
