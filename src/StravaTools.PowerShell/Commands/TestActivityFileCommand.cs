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

/// <summary>Checks activity files against Strava's documented rules, without a network.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ActivityFile", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Root + "Test-ActivityFile.md")]
[OutputType(typeof(ActivityFileReport), typeof(bool))]
public sealed class TestActivityFileCommand : PathCmdlet
{
    private FileChecks? _checks;
    private CheckQueue? _queue;

    /// <summary>The rules to check. Default: all. * and ? are wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] IncludeRule { get; set; } = [];

    /// <summary>The rules to skip. * and ? are wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] ExcludeRule { get; set; } = [];

    /// <summary>The minimum severity of the rules to check.</summary>
    [Parameter]
    public Severity Severity { get; set; } = Severity.Information;

    /// <summary>Emits one Boolean for all files: true if each file could be read and has no error.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Writes a report of all files: .sarif (SARIF 2.1.0), .xml (JUnit), or .html.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReportPath { get; set; }

    /// <summary>Removes the positions within this distance of the start and the end from the pages of a report, in meters.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    public double HideStartAndEnd { get; set; }

    /// <summary>The maximum unpacked size of a gzip file in bytes. A larger file is rejected (GEN0104).</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long MaxUnpackedSize { get; set; } = ActivityFileLimits.Default.MaxUnpackedSize;

    /// <summary>The maximum ratio of unpacked to packed size of a gzip file. A higher ratio is rejected (GEN0104).</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaxUnpackRatio { get; set; } = ActivityFileLimits.Default.MaxRatio;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _checks = CreateOrThrow(CreateChecks);
        _queue = new CheckQueue(Engine, _checks, TimeProvider.System, Stopped);
    }

    private protected override void ProcessFiles(List<ResolvedPath> files)
    {
        if (Input.HasFailed)
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
        var report = ReportPath is null ? null : new PathResolver(this).Literal(ReportPath, isNamed: true).FullPath;
        return new FileChecks(options, report) { HiddenRadius = HideStartAndEnd };
    }

    private IEnumerable<string> SelectFiles(List<ResolvedPath> paths)
    {
        foreach (var path in paths)
        {
            if (path.IsSkippedDirectory)
            {
                this.WriteVerboseMessage(FileLoop.SkippedDirectory(path.FullPath));
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
