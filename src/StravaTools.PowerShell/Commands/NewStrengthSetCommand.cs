using System.Management.Automation;
using StravaTools.Activities.Model;
using StravaTools.PowerShell.Parameters;

namespace StravaTools.PowerShell.Commands;

/// <summary>Makes sets for New-StrengthActivityFile.</summary>
[Cmdlet(VerbsCommon.New, "StrengthSet")]
[OutputType(typeof(WorkoutSet))]
[System.Diagnostics.CodeAnalysis.SuppressMessage("StravaTools.Cmdlets", "STRV1006", Justification = "It makes an object in memory only.")]
public sealed class NewStrengthSetCommand : PSCmdlet
{
    /// <summary>The exercise, as Strava's list has it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(ExerciseTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string ExerciseType { get; set; } = "";

    /// <summary>How often.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [EmptyToNull]
    [NotNegative]
    public int? Repetitions { get; set; }

    /// <summary>Kilograms.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [EmptyToNull]
    [NotNegative]
    public double? Weight { get; set; }

    /// <summary>How long: h:mm:ss, or a number of seconds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyToNull]
    [SecondsToTimeSpan]
    public TimeSpan? Duration { get; set; }

    /// <summary>When it began.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyToNull]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>How many equal sets.</summary>
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
            WriteWarning($"Strava documents no exercise '{exercise}'. It is written as it is; Get-StravaExercise lists those that Strava knows.");
        }

        for (var i = 0; i < Count; i++)
        {
            WriteObject(new WorkoutSet(exercise, Repetitions, Weight, Duration, StartTime));
        }
    }
}
