using System.Management.Automation;
using StravaTools.Activities.Model;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Writes a strength workout in Strava's JSON format.</summary>
[Cmdlet(VerbsCommon.New, "StrengthActivityFile", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "New-StrengthActivityFile.md")]
[OutputType(typeof(FileInfo))]
public sealed class NewStrengthActivityFileCommand : AsyncCmdlet
{
    private readonly List<WorkoutSet> _sets = [];

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("StravaTools.Cmdlets", "STRV1008",
        Justification = "It is an output path, used exactly as written: wildcards are not expanded.")]
    public string Path { get; set; } = "";

    /// <summary>When the workout started, with the offset of the place.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public DateTimeOffset StartTime { get; set; }

    /// <summary>The elapsed time: h:mm:ss, or a number of seconds.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ToDuration]
    public TimeSpan ElapsedTime { get; set; }

    /// <summary>The sets, in order.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public WorkoutSet[] Set { get; set; } = [];

    /// <summary>The elapsed time without pauses.</summary>
    [Parameter]
    [ToDuration]
    public TimeSpan? ActiveTime { get; set; }

    /// <summary>The energy in kilocalories.</summary>
    [Parameter]
    [NotNegative]
    public int? Calories { get; set; }

    /// <summary>The device or program that recorded it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Creator { get; set; }

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _sets.AddRange(Set);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var path = CreateOrThrow(() => new PathResolver(this).Literal(Path, isNamed: true).FullPath, Path);
        var exporter = new ActivityExporter(Engine, new ExportPlan(ActivityFileFormat.StrengthJson, Gzip: false, Force, PassThru: true));
        RunAsync(async cancellationToken =>
        {
            await exporter.AddAsync(path, [CreateWorkout()], cancellationToken);
            await exporter.FlushAsync(cancellationToken);
        });
    }

    private Activity CreateWorkout() => new()
    {
        StartTime = StartTime,
        ElapsedTime = ElapsedTime,
        TimerTime = ActiveTime,
        Calories = Calories,
        Creator = Creator,
        Sets = [.. _sets],
    };
}
