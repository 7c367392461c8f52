using System.Management.Automation;
using StravaTools.Activities;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.PowerShell.Completers;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell;

/// <summary>Checks activity files by Strava's documented rules, without any network.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ActivityFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(ActivityFileReport), typeof(bool))]
public sealed class TestActivityFileCommand : AsyncCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private PathInput? _input;
    private FileChecks? _checks;

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

    /// <summary>The rules to check; all if none is named. * and ? are wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] IncludeRule { get; set; } = [];

    /// <summary>The rules to leave out. * and ? are wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] ExcludeRule { get; set; } = [];

    /// <summary>The least severity of the rules to check.</summary>
    [Parameter]
    public Severity Severity { get; set; } = Severity.Information;

    /// <summary>Emit one boolean for all files: whether each could be read and has no error.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Write a report of all files: .sarif (SARIF 2.1.0), .xml (JUnit) or .html.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReportPath { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _input = new PathInput(this);
        _checks = SetUp(CreateChecks);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var files = _input!.Resolve(Path, LiteralPath);
        if (_input.Failures > 0)
        {
            _checks!.AddUnreadable();
        }

        RunAsync(cancellationToken => CheckAsync(files, cancellationToken));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            _checks!.WriteReport(SessionState.Path.CurrentFileSystemLocation.ProviderPath);
        }
        catch (StravaException e)
        {
            WriteError(ErrorRecords.Of(e, ReportPath));
        }

        if (Quiet)
        {
            WriteObject(_checks!.AllValid);
        }
    }

    private FileChecks CreateChecks()
    {
        var options = new ValidationOptions
        {
            IncludeRule = IncludeRule,
            ExcludeRule = ExcludeRule,
            Severity = Severity,
        };
        return new FileChecks(options, ReportPath is null ? null : new PathResolver(this).Literal(ReportPath, isNamed: true).FullPath);
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
                report = _checks!.Check(await LocalFiles.ReadActivityAsync(path, cancellationToken), cancellationToken);
            }

            if (!Quiet)
            {
                Engine.WriteObject(report);
            }
        }
        catch (StravaException e)
        {
            _checks!.AddUnreadable();
            Engine.WriteError(ErrorRecords.Of(e, path));
        }
    }
}
