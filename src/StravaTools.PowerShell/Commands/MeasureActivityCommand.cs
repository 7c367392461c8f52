using System.Management.Automation;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Measures activities: distance, times, climb, averages, laps, splits, best efforts, and zones.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Activity", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Root + "Measure-Activity.md")]
[OutputType(typeof(ActivityMeasures))]
public sealed class MeasureActivityCommand : PathCmdlet
{
    private const string InputObjectSet = "InputObject";

    /// <summary>The activities.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Activity[] InputObject { get; set; } = [];

    /// <summary>The maximum heart rate in beats per minute, for the zones. Default: the maximum of the activity.</summary>
    [Parameter]
    [ValidateRange(60, 250)]
    public int? MaxHeartRate { get; set; }

    /// <summary>The functional threshold power in watts, for the power zones, which require it.</summary>
    [Parameter]
    [ValidateRange(30, 1000)]
    public int? FunctionalThresholdPower { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != InputObjectSet)
        {
            base.ProcessRecord();
            return;
        }

        foreach (var activity in InputObject)
        {
            WriteObject(SourcePath.AddProperty(MeasureOne(activity), SourcePath.FindProperty(activity)));
        }
    }

    private protected override void ProcessFiles(List<ResolvedPath> files) => ForEachFile(files, MeasureAsync);

    private async Task MeasureAsync(string path, CancellationToken cancellationToken)
    {
        var content = await ActivityReading.ReadAsync(Engine, path, cancellationToken);
        foreach (var activity in content.Activities)
        {
            Engine.WriteObject(SourcePath.AddProperty(MeasureOne(activity), path));
        }
    }

    private ActivityMeasures MeasureOne(Activity activity) => ActivityMeasures.Measure(
        activity, new MeasureOptions { MaxHeartRate = MaxHeartRate, FunctionalThresholdPower = FunctionalThresholdPower });
}
