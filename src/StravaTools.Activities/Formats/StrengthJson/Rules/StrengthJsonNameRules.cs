using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.StrengthJson.Rules;

/// <summary>Exercises and fields have names that Strava knows; the nearest one is suggested.</summary>
internal static class StrengthJsonNameRules
{
    /// <summary>Nobody mends more than these by hand, and a forged file could have a million.</summary>
    private const int MostExercises = 20;

    private static readonly ActivityFileRule UnknownExercise = new(
        "JSN0109", Severity.Warning, "exercise_type is in Strava's list",
        "Strava documents the values it supports, and not what becomes of others. The list grows, so it may also be newer than this check.",
        $"See {Docs.JsonExercises}.")
    {
        Example = """{ "exercise_type": "BENCHPRESS" }""",
        Sections = [Docs.JsonExercises],
    };

    private static readonly ActivityFileRule UnknownField = new(
        "JSN0112", Severity.Warning, "Fields have the documented names",
        $"Strava documents the fields ({Docs.Json}), and what it does not know it ignores.",
        "Correct the name, or leave the field out.")
    {
        Example = """{ "exercise_type": "BARBELL_CURL", "reps": 10, "weight_kg": 20 }""",
        Sections = [Docs.JsonStructure, Docs.JsonSets, Docs.JsonStreams],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [UnknownExercise, UnknownField];

    /// <param name="exercise">The name.</param>
    /// <param name="location">Where it stands.</param>
    /// <param name="known">How many unknown ones were there before.</param>
    /// <param name="findings">Takes the finding.</param>
    public static void CheckExercise(string exercise, SourceLocation location, ref int known, FindingCollector findings)
    {
        if (ExerciseTypes.Contains(exercise))
        {
            return;
        }

        if (known++ >= MostExercises)
        {
            findings.Add(UnknownExercise, "More exercise types are not in Strava's list.", location, example: exercise);
            return;
        }

        var shown = exercise.Length > 60 ? exercise[..60] + "..." : exercise;
        var near = NearMiss.FindClosest(exercise, ExerciseTypes.All.Select(type => type.Name));
        findings.Add(UnknownExercise, $"The exercise_type '{shown}' is not in Strava's list{(near is null ? "" : $"; did you mean {near}?")}", location);
    }

    /// <summary>A field that is not in the tables. Programs may add fields of their own, so only what looks like a slip is told.</summary>
    public static void CheckField(string where, string field, IReadOnlyList<string> documented, SourceLocation location, FindingCollector findings)
    {
        if (findings.IsSelected(UnknownField) && NearMiss.FindClosest(field, documented) is { } near)
        {
            findings.Add(UnknownField, $"'{field}' is no field of {where}; did you mean '{near}'?", location);
        }
    }
}
