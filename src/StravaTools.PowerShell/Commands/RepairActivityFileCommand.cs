using System.Management.Automation;
using StravaTools.Activities;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Mends activity files where that needs no invention.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "ActivityFile", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(RepairedActivityFile))]
public sealed class RepairActivityFileCommand : AsyncCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private PathInput? _input;
    private string? _destination;

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

    /// <summary>A folder or a file to write to.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Overwrite the files themselves.</summary>
    [Parameter]
    public SwitchParameter InPlace { get; set; }

    /// <summary>Overwrite a file that exists at the destination.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _input = new PathInput(this);
        _destination = CreateOrThrow(() => InPlace && Destination is not null
            ? throw new ApiException(StravaErrors.RepairTargetAmbiguous)
            : Destination is null ? null : new PathResolver(this).Literal(Destination, isNamed: true).FullPath);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var files = _input!.Resolve(Path, LiteralPath);
        RunAsync(cancellationToken => RepairAsync(files, cancellationToken));
    }

    private async Task RepairAsync(List<ResolvedPath> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (file.IsPassedOver)
            {
                Engine.WriteVerbose($"'{file.FullPath}' is a directory and is passed over.");
                continue;
            }

            try
            {
                await RepairAsync(file.FullPath, cancellationToken);
            }
            catch (ApiException e)
            {
                Engine.WriteError(ErrorRecords.CreateRecord(e, file.FullPath));
            }
        }
    }

    private async Task RepairAsync(string path, CancellationToken cancellationToken)
    {
        var file = await LocalFiles.ReadActivityAsync(path, cancellationToken);
        var result = ActivityRepair.Repair(file, cancellationToken);
        var target = result.Repairs.Count == 0 ? null : TargetOf(path);
        if (target is not null)
        {
            OutputFile.CheckWritable(target, Force || InPlace);
            target = await Engine.ShouldProcessAsync(target, $"Write the repaired file: {string.Join(' ', result.Repairs)}", cancellationToken)
                ? OutputFile.WriteAtomically(target, Force || InPlace, stream => stream.Write(result.Bytes.Span)).FullName
                : null;
        }

        Engine.WriteObject(new RepairedActivityFile(path, target, result));
    }

    /// <summary>Null if nothing is to be written: then one only learns what could be mended.</summary>
    private string? TargetOf(string path)
    {
        var target = InPlace ? path
            : Directory.Exists(_destination) ? System.IO.Path.Combine(_destination, System.IO.Path.GetFileName(path))
            : _destination;

        // -Force is for files that are in the way, not for the one that is repaired.
        if (target == path && !InPlace)
        {
            throw new ApiException(ApiErrors.FileExists, path);
        }

        return target;
    }
}
