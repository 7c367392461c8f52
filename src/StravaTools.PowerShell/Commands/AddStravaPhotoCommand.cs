using System.Management.Automation;
using StravaTools.Client.Photos;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Adds photos to activities (partner applications only).</summary>
[Cmdlet(VerbsCommon.Add, "StravaPhoto", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Add-StravaPhoto.md")]
[OutputType(typeof(PhotoResult))]
public sealed class AddStravaPhotoCommand : AsyncCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string PipedPathSet = "PhotoFromPipeline";
    private const string PipedLiteralPathSet = "LiteralPhotoFromPipeline";
    private readonly List<string> _piped = [];
    private PathResolver? _resolver;
    private PhotoSender? _sender;

    /// <summary>
    /// The pictures; the first goes to the first address that came with an activity, and so on. Wildcards are expanded.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PipedPathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] PhotoPath { get; set; } = [];

    /// <summary>The pictures. Paths are used exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PipedLiteralPathSet)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Results of Send-StravaUpload or Get-StravaUploadStatus, or activities of New-StravaActivity.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = LiteralPathSet)]
    [Parameter(Mandatory = true, ParameterSetName = PipedPathSet)]
    [Parameter(Mandatory = true, ParameterSetName = PipedLiteralPathSet)]
    [ValidateNotNull]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Removes the location from the pictures before they are sent.</summary>
    [Parameter]
    public SwitchParameter RemoveLocation { get; set; }

    /// <summary>Reads the pictures first, so that no activity is uploaded upstream if one of them is missing.</summary>
    protected override void BeginProcessing()
    {
        _resolver = new PathResolver(this);
        if (PhotoPath.Length > 0 || LiteralPath.Length > 0)
        {
            _sender = CreateSender(ResolvePictures(fromPipeline: false));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_sender is null)
        {
            _piped.AddRange(ResolvePictures(fromPipeline: true));
            return;
        }

        SendToAll(_sender);
    }

    /// <summary>Pictures from the pipeline are complete only now, and their order decides to which address each goes.</summary>
    protected override void EndProcessing()
    {
        if (_sender is null && _piped.Count > 0)
        {
            SendToAll(_sender = CreateSender(_piped));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _sender?.Dispose();
    }

    private void SendToAll(PhotoSender sender)
    {
        foreach (var input in InputObject)
        {
            var activity = PhotoTarget.FromObject(input);
            RunAsync(cancellationToken => sender.SendAsync(activity, cancellationToken));
        }
    }

    private List<string> ResolvePictures(bool fromPipeline)
    {
        var paths = LiteralPath.Length > 0 ? LiteralPath : PhotoPath;
        var resolved = CreateOrThrow(
            () => LiteralPath.Length > 0
                ? [.. LiteralPath.Select(_resolver!.LiteralOrThrow)]
                : PhotoPath.SelectMany(path => _resolver!.ExpandOrThrow(path, fromPipeline)).ToList(),
            paths);
        return [.. resolved.Where(path => !path.IsSkippedDirectory).Select(path => path.FullPath)];
    }

    private PhotoSender CreateSender(IReadOnlyList<string> paths) => CreateOrThrow(
        () =>
        {
            PhotoSender? sender = null;
            RunAsync(async cancellationToken =>
                sender = await PhotoSender.CreateAsync(Engine, paths, RemoveLocation, cancellationToken));
            return sender!;
        },
        paths);
}
