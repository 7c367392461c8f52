namespace StravaTools.Activities.Model;

/// <summary>One set of a strength workout, or the rest after it.</summary>
/// <param name="ExerciseType">
/// The exercise: one of Strava's identifiers in JSON (<see cref="ExerciseTypes"/>), <c>category</c> or <c>category/subtype</c> as numbers
/// in FIT.
/// </param>
/// <param name="Repetitions">The number of repetitions.</param>
/// <param name="Weight">The weight in kilograms.</param>
/// <param name="Duration">The duration.</param>
/// <param name="StartTime">The start.</param>
/// <param name="IsRest">True for a rest between sets (FIT only).</param>
public sealed record WorkoutSet(
    string? ExerciseType, int? Repetitions, double? Weight, TimeSpan? Duration, DateTimeOffset? StartTime, bool IsRest = false)
{
    /// <summary>
    /// Strava's identifier for the exercise, or for a more general one; null without an exercise, and for
    /// numbers that the FIT SDK does not define.
    /// </summary>
    public string? StravaExercise => FitExercises.ToStrava(ExerciseType);
}
