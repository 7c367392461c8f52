using System.Management.Automation;
using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Client.Files;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Checks activity files by Strava's documented rules, without any network.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ActivityFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(ActivityFileReport), typeof(bool))]
public sealed class TestActivityFileCommand : AsyncCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private PathInput? _input;
    private FileChecks? _checks;
    private CheckQueue? _queue;

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

    /// <summary>The most bytes a gzip may unpack to before it is taken for a bomb (GEN0104).</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long MaxUnpackedSize { get; set; } = ActivityFileLimits.Default.MaxUnpackedSize;

    /// <summary>How many times its size a gzip may unpack to before it is taken for a bomb (GEN0104).</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaxUnpackRatio { get; set; } = ActivityFileLimits.Default.MaxRatio;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _input = new PathInput(this);
        _checks = CreateOrThrow(CreateChecks);
        _queue = new CheckQueue(Engine, _checks, TimeProvider.System, Stopped);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var files = _input!.Resolve(Path, LiteralPath);
        if (_input.Failures > 0)
        {
            _checks!.AddUnreadable();
        }

        _queue!.Enqueue(SelectFiles(files));
        if (_queue.HasReady)
        {
            RunAsync(_ => EmitAsync(_queue.ReadyAsync()));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        RunAsync(_ => EmitAsync(_queue!.RestAsync()));
        try
        {
            _checks!.WriteReport(SessionState.Path.CurrentFileSystemLocation.ProviderPath);
        }
        catch (ApiException e)
        {
            WriteError(ErrorRecords.CreateRecord(e, ReportPath));
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
            IncludedRules = IncludeRule,
            ExcludedRules = ExcludeRule,
            MinimumSeverity = Severity,
            Limits = new ActivityFileLimits(MaxUnpackedSize, MaxUnpackRatio),
        };
        return new FileChecks(options, ReportPath is null ? null : new PathResolver(this).Literal(ReportPath, isNamed: true).FullPath);
    }

    private IEnumerable<string> SelectFiles(List<ResolvedPath> paths)
    {
        foreach (var path in paths)
        {
            if (path.IsPassedOver)
            {
                WriteVerbose($"'{path.FullPath}' is a directory and is passed over.");
                continue;
            }

            yield return path.FullPath;
        }
    }

    private async Task EmitAsync(IAsyncEnumerable<FileCheck> answers)
    {
        await foreach (var answer in answers)
        {
            if (answer.Error is not null)
            {
                Engine.WriteError(ErrorRecords.CreateRecord(answer.Error, answer.Path));
            }
            else if (!Quiet)
            {
                Engine.WriteObject(answer.Report!);
            }
        }
    }
}
