using System.Management.Automation;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>A cmdlet that takes paths of files from the command line or the pipeline.</summary>
/// <remarks>
/// Cmdlets that also use a server inherit its parameters instead, because a class has one base. They repeat the two parameters and use
/// <see cref="FileLoop"/> and <see cref="PathInput"/> as this class does.
/// </remarks>
public abstract class PathCmdlet : AsyncCmdlet
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";
    private PathInput? _input;

    private protected PathCmdlet()
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

    private protected PathInput Input => _input ?? throw new InvalidOperationException("BeginProcessing creates it.");

    /// <inheritdoc/>
    protected override void BeginProcessing() => _input = new PathInput(this);

    /// <inheritdoc/>
    protected override void ProcessRecord() => ProcessFiles(Input.Resolve(Path, LiteralPath));

    /// <summary>Processes the files of one record.</summary>
    private protected abstract void ProcessFiles(List<ResolvedPath> files);

    private protected void ForEachFile(List<ResolvedPath> files, Func<string, CancellationToken, Task> work) =>
        RunAsync(cancellationToken => FileLoop.RunAsync(Engine, files, (path, _, token) => work(path, token), cancellationToken));
}
