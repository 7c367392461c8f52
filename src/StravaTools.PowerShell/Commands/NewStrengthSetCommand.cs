using System.Management.Automation;
using StravaTools.Activities.Model;
using StravaTools.PowerShell.Parameters;

namespace StravaTools.PowerShell.Commands;

/// <summary>Creates sets for New-StrengthActivityFile.</summary>
[Cmdlet(VerbsCommon.New, "StrengthSet", HelpUri = HelpPages.Root + "New-StrengthSet.md")]
[OutputType(typeof(WorkoutSet))]
[System.Diagnostics.CodeAnalysis.SuppressMessage("StravaTools.Cmdlets", "STRV1006", Justification = "It only creates an object in memory.")]
public sealed class NewStrengthSetCommand : PSCmdlet
{
    /// <summary>The exercise, as in Strava's list.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(ExerciseTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string ExerciseType { get; set; } = "";

    /// <summary>The number of repetitions.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [EmptyToNull]
    [NotNegative]
    public int? Repetitions { get; set; }

    /// <summary>The weight in kilograms.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [EmptyToNull]
    [NotNegative]
    public double? Weight { get; set; }

    /// <summary>The duration: h:mm:ss, or a number of seconds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyToNull]
    [ToDuration]
    public TimeSpan? Duration { get; set; }

    /// <summary>When it started.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyToNull]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>The number of equal sets.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 1000)]
    public int Count { get; set; } = 1;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var exercise = ExerciseType.Trim();
        var known = exercise.ToUpperInvariant();
        if (ExerciseTypes.Contains(known))
        {
            exercise = known;
        }
        else
        {
            WriteWarning(
                $"'{exercise}' is not an exercise that Strava documents. It is written unchanged. "
                + "Get-StravaExercise lists the documented exercises.");
        }

        for (var i = 0; i < Count; i++)
        {
            WriteObject(new WorkoutSet(exercise, Repetitions, Weight, Duration, StartTime));
        }
    }
}
