using System.Management.Automation;
using StravaTools.Decathlon;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Stores files at Decathlon.</summary>
[Cmdlet(VerbsCommunications.Send, "DecathlonFile", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(DecathlonStoredFile))]
public sealed class SendDecathlonFileCommand : DecathlonCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private PathInput? _input;

    /// <summary>The files; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files, exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

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
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var files = _input!.Resolve(Path, LiteralPath);
        var options = new PictureOptions { RemoveLocation = RemoveLocation, ConvertToJpeg = ConvertToJpeg };
        RunAsync(cancellationToken => new DecathlonSender(Engine, Client).StoreAsync(files, options, cancellationToken));
    }
}
