using System.Management.Automation;
using StravaTools.Decathlon;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Uploads pictures to Decathlon and adds them to activities.</summary>
[Cmdlet(VerbsCommon.Add, "DecathlonPhoto", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Add-DecathlonPhoto.md")]
[OutputType(typeof(DecathlonPhotoResult))]
public sealed class AddDecathlonPhotoCommand : DecathlonPathCmdlet
{
    private const string UrlSet = "Url";
    private DecathlonPhotoSender? _sender;

    /// <summary>The addresses of pictures that are already stored.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Url { get; set; } = [];

    /// <summary>The activity.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string ActivityId { get; set; } = "";

    /// <summary>Removes all other photos of the activity.</summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _sender = new DecathlonPhotoSender(Engine, Client, PictureOptions, Replace);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == UrlSet)
        {
            RunAsync(cancellationToken => _sender!.AddAsync(ActivityId, Url, cancellationToken));
            return;
        }

        var failures = Input.Failures;
        var files = Input.Resolve(Path, LiteralPath);
        if (Input.Failures > failures)
        {
            _sender!.NoteMissing(ActivityId);
        }

        RunAsync(cancellationToken => _sender!.StoreAsync(ActivityId, files, cancellationToken));
    }

    /// <summary>Adds all pictures of an activity with one write, because the server replaces the complete list each time.</summary>
    protected override void EndProcessing() => RunAsync(cancellationToken => _sender!.AttachAsync(cancellationToken));
}
