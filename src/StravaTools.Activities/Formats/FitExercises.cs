using System.Globalization;

namespace StravaTools.Activities.Formats;

/// <summary>
/// FIT's exercise categories and the groups of Strava's list, which are the same but for FIT's crunch. Sub-types differ, and no document maps
/// them; "some exercise mappings may map to a more general type in Strava" (strava-uploads.md, "FIT"), and so they do here.
/// </summary>
internal static class FitExercises
{
    /// <summary>By category, from 0: the group and, where it is not GROUP_GENERIC, the exercise.</summary>
    private static readonly (string Group, string? Exercise)[] Categories =
    [
        ("Bench Press", null), ("Calf Raise", null), ("Cardio", null), ("Carry", null), ("Chop", null), ("Core", null), ("Core", "CRUNCH"),
        ("Curl", null), ("Deadlift", null), ("Flye", null), ("Hip Raise", null), ("Hip Stability", null), ("Hip Swing", null),
        ("Hyperextension", null), ("Lateral Raise", null), ("Leg Curl", null), ("Leg Raise", null), ("Lunge", null), ("Olympic Lift", null),
        ("Plank", null), ("Plyo", null), ("Pull Up", null), ("Push Up", null), ("Row", null), ("Shoulder Press", null),
        ("Shoulder Stability", null), ("Shrug", null), ("Sit Up", null), ("Squat", null), ("Total Body", null), ("Triceps Extension", null),
        ("Warm Up", null),
    ];

    private static readonly Dictionary<string, string> Groups =
        ExerciseTypes.All.ToDictionary(exercise => exercise.Name, exercise => exercise.Group, StringComparer.Ordinal);

    /// <summary>Strava's identifier for an exercise in FIT's numbers (<c>28/6</c>); an identifier stays what it is, and an unknown number is none.</summary>
    public static string? ToStrava(string? exercise)
    {
        if (exercise is not { Length: > 0 } || !char.IsAsciiDigit(exercise[0]))
        {
            return exercise is { Length: > 0 } ? exercise : null;
        }

        return ToFit(exercise) is ({ } category, _) && category < Categories.Length
            ? Categories[category].Exercise ?? Generic(Categories[category].Group)
            : null;
    }

    /// <summary>FIT's category and sub-type; the category alone for one of Strava's identifiers.</summary>
    public static (int? Category, int? Subtype) ToFit(string? exercise)
    {
        if (exercise is null)
        {
            return (null, null);
        }

        var parts = exercise.Split('/');
        if (Number(parts[0]) is { } category)
        {
            return (category, parts.Length == 2 ? Number(parts[1]) : null);
        }

        var special = Array.FindIndex(Categories, entry => entry.Exercise == exercise);
        var found = special >= 0 ? special : Array.FindIndex(Categories, entry => entry.Group == Groups.GetValueOrDefault(exercise));
        return (found < 0 ? null : found, null);
    }

    private static string Generic(string group) => group.ToUpperInvariant().Replace(' ', '_') + "_GENERIC";

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < ushort.MaxValue ? number : null;
}
