using System.Management.Automation;
using StravaTools.Decathlon;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Stores pictures at Decathlon and adds them to activities.</summary>
[Cmdlet(VerbsCommon.Add, "DecathlonPhoto", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(DecathlonPhotoResult))]
public sealed class AddDecathlonPhotoCommand : DecathlonCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string UrlSet = "Url";
    private PathInput? _input;
    private DecathlonPhotoSender? _sender;

    /// <summary>The pictures; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The pictures, exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The addresses of pictures that are stored already.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Url { get; set; } = [];

    /// <summary>The activity.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string ActivityId { get; set; } = "";

    /// <summary>Take out all photos that the activity has.</summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>Take out of a picture where it was taken.</summary>
    [Parameter]
    public SwitchParameter RemoveLocation { get; set; }

    /// <summary>Make a JPEG of a picture that is none.</summary>
    [Parameter]
    public SwitchParameter ConvertToJpeg { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _input = new PathInput(this);
        var options = new PictureOptions { RemoveLocation = RemoveLocation, ConvertToJpeg = ConvertToJpeg };
        _sender = new DecathlonPhotoSender(Engine, Client, options, Replace);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == UrlSet)
        {
            RunAsync(cancellationToken => _sender!.AddAsync(ActivityId, Url, cancellationToken));
            return;
        }

        var failures = _input!.Failures;
        var files = _input.Resolve(Path, LiteralPath);
        if (_input.Failures > failures)
        {
            _sender!.NoteMissing(ActivityId);
        }

        RunAsync(cancellationToken => _sender!.StoreAsync(ActivityId, files, cancellationToken));
    }

    /// <summary>All pictures of an activity are added with one write: the server replaces its whole list each time.</summary>
    protected override void EndProcessing() => RunAsync(cancellationToken => _sender!.AttachAsync(cancellationToken));
}
