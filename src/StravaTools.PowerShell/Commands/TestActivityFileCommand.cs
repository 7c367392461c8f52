using System.Management.Automation;
using StravaTools.Activities;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell;

/// <summary>Checks activity files by Strava's documented rules, without any network.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ActivityFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(ActivityFileReport))]
public sealed class TestActivityFileCommand : AsyncCmdlet
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

    /// <inheritdoc/>
    protected override void BeginProcessing() => _input = new PathInput(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var files = _input!.Resolve(Path, LiteralPath);
        RunAsync(cancellationToken => CheckAsync(files, cancellationToken));
    }

    private async Task CheckAsync(List<ResolvedPath> files, CancellationToken cancellationToken)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i].IsPassedOver)
            {
                Engine.WriteVerbose($"'{files[i].FullPath}' is a directory and is passed over.");
                continue;
            }

            await CheckAsync(files[i].FullPath, PathInput.Place(i, files.Count), cancellationToken);
        }
    }

    private async Task CheckAsync(string path, string place, CancellationToken cancellationToken)
    {
        try
        {
            ActivityFileReport report;
            await using (var _ = new FileProgress(Engine, "Test-ActivityFile", $"Checking {System.IO.Path.GetFileName(path)}", place, TimeProvider.System))
            {
                report = ActivityValidator.Validate(await LocalFiles.ReadActivityAsync(path, cancellationToken), cancellationToken);
            }

            Engine.WriteObject(report);
        }
        catch (StravaException e)
        {
            Engine.WriteError(ErrorRecords.Of(e, path));
        }
    }
}
