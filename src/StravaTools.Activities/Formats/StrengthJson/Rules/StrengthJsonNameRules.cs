using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.StrengthJson.Rules;

/// <summary>Exercises and fields have documented names; the nearest one is suggested.</summary>
internal static class StrengthJsonNameRules
{
    /// <summary>More than a user corrects by hand; a forged file could have a million.</summary>
    private const int MaxExercises = 20;

    private const int MaxShownLength = 60;

    private static readonly ActivityFileRule UnknownExercise = new(
        "JSN0109", Severity.Warning, "exercise_type is in Strava's list of exercises",
        "Strava documents the supported values, but not what happens to others. The list grows, so it may be newer than this check.",
        $"See {Docs.JsonExercises}.")
    {
        Example = """{ "exercise_type": "BENCHPRESS" }""",
        Sections = [Docs.JsonExercises],
    };

    private static readonly ActivityFileRule UnknownField = new(
        "JSN0112", Severity.Warning, "Fields have the documented names",
        $"Strava documents these fields only ({Docs.Json}), so it probably ignores others.",
        "Correct the name, or leave the field out.")
    {
        Example = """{ "exercise_type": "BARBELL_CURL", "reps": 10, "weight_kg": 20 }""",
        Sections = [Docs.JsonStructure, Docs.JsonSets, Docs.JsonStreams],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [UnknownExercise, UnknownField];

    /// <param name="exercise">The name.</param>
    /// <param name="location">Its place in the file.</param>
    /// <param name="known">The number of unknown names so far.</param>
    /// <param name="findings">Receives the finding.</param>
    public static void CheckExercise(string exercise, SourceLocation location, ref int known, FindingCollector findings)
    {
        if (ExerciseTypes.Contains(exercise))
        {
            return;
        }

        if (known++ >= MaxExercises)
        {
            findings.Add(UnknownExercise, "More exercise types are not in Strava's list.", location, example: exercise);
            return;
        }

        var shown = MessageText.Shorten(exercise, MaxShownLength);
        if (NearMiss.FindClosest(exercise, ExerciseTypes.All.Select(type => type.Name)) is { } near)
        {
            findings.Add(UnknownExercise, $"The exercise_type '{shown}' is not in Strava's list; did you mean {near}?", location);
        }
        else
        {
            findings.Add(UnknownExercise, $"The exercise_type '{shown}' is not in Strava's list.", location);
        }
    }

    /// <summary>
    /// Checks a field that is not documented. Programs may add fields of their own, so only a likely typing error is reported.
    /// </summary>
    public static void CheckField(
        string where, string field, IReadOnlyList<string> documented, SourceLocation location, FindingCollector findings)
    {
        if (findings.IsSelected(UnknownField) && NearMiss.FindClosest(field, documented) is { } near)
        {
            findings.Add(UnknownField, $"'{field}' is not a documented field of {where}; did you mean '{near}'?", location);
        }
    }
}
