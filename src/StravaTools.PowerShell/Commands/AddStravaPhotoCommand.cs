using System.Management.Automation;
using StravaTools.Client.Photos;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Adds photos to activities (partner applications only).</summary>
[Cmdlet(VerbsCommon.Add, "StravaPhoto", SupportsShouldProcess = true)]
[OutputType(typeof(PhotoResult))]
public sealed class AddStravaPhotoCommand : AsyncCmdlet
{
    private PhotoSender? _sender;

    /// <summary>The pictures; the first goes to the first address that came with an activity, and so on.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[] PhotoPath { get; set; } = [];

    /// <summary>A result of Send-StravaUpload or Get-StravaUploadStatus, or an activity of New-StravaActivity.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>Removes the location from the pictures before they are sent.</summary>
    [Parameter]
    public SwitchParameter RemoveLocation { get; set; }

    /// <summary>Reads the pictures first, so that no activity is uploaded upstream if one of them is missing.</summary>
    protected override void BeginProcessing()
    {
        var resolver = new PathResolver(this);
        var paths = CreateOrThrow(() => PhotoPath.Select(path => resolver.Literal(path, isNamed: true).FullPath).ToArray(), PhotoPath);
        _sender = CreateOrThrow(() => CreateSender(paths), PhotoPath);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var activity = PhotoTarget.FromObject(InputObject!);
        RunAsync(cancellationToken => _sender!.SendAsync(activity, cancellationToken));
    }

    private PhotoSender? CreateSender(string[] paths)
    {
        PhotoSender? sender = null;
        RunAsync(async cancellationToken => sender = await PhotoSender.CreateAsync(Engine, paths, RemoveLocation, cancellationToken));
        return sender;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _sender?.Dispose();
    }
}
