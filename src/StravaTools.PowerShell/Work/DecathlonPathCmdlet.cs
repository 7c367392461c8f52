using System.Management.Automation;
using StravaTools.Decathlon;
using StravaTools.PowerShell.Parameters;

namespace StravaTools.PowerShell.Work;

/// <summary>A cmdlet that sends files to Decathlon; otherwise like <see cref="PathCmdlet"/>.</summary>
public abstract class DecathlonPathCmdlet : DecathlonCmdlet
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";
    private PathInput? _input;

    private protected DecathlonPathCmdlet()
    {
    }

    /// <summary>The files. Wildcards are expanded.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files. Paths are used exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Removes the location from a picture before it is sent.</summary>
    [Parameter]
    public SwitchParameter RemoveLocation { get; set; }

    /// <summary>Converts a PNG picture to JPEG.</summary>
    [Parameter]
    public SwitchParameter ConvertToJpeg { get; set; }

    private protected PathInput Input => _input ?? throw new InvalidOperationException("BeginProcessing creates it.");

    private protected PictureOptions PictureOptions => new() { RemoveLocation = RemoveLocation, ConvertToJpeg = ConvertToJpeg };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _input = new PathInput(this);
    }
}
