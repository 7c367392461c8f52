using System.Management.Automation;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Commands;

/// <summary>Reads activity files.</summary>
[Cmdlet(VerbsData.Import, "ActivityFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(Activity))]
public sealed class ImportActivityFileCommand : AsyncCmdlet
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
        RunAsync(cancellationToken => ImportAsync(files, cancellationToken));
    }

    private async Task ImportAsync(List<ResolvedPath> files, CancellationToken cancellationToken)
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
                await ImportAsync(file.FullPath, cancellationToken);
            }
            catch (ApiException e)
            {
                Engine.WriteError(ErrorRecords.CreateRecord(e, file.FullPath));
            }
        }
    }

    /// <summary>What can be read of a damaged file is worth having, and what is wrong with it worth knowing.</summary>
    private async Task ImportAsync(string path, CancellationToken cancellationToken)
    {
        var content = (await LocalFiles.ReadActivityAsync(path, cancellationToken)).ReadContent(cancellationToken);
        if (content.Activities.Count == 0)
        {
            throw new ApiException(StravaErrors.NoActivityInFile, path, content.Findings.Count > 0 ? content.Findings[0].Message : "There is no track point in it.");
        }

        foreach (var finding in content.Findings.Where(finding => finding.Severity == Severity.Error))
        {
            Engine.WriteWarning($"'{path}': {finding}");
        }

        foreach (var activity in content.Activities)
        {
            // Not called Path: Export-ActivityFile would take it for where to write.
            var output = new PSObject(activity);
            output.Properties.Add(new PSNoteProperty("SourcePath", path));
            Engine.WriteObject(output);
        }
    }
}
