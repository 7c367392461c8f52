using System.Collections.Frozen;

namespace StravaTools.Activities.Model;

/// <summary>The exercises that a strength JSON can name (strava-uploads.md, "Supported Exercises"). Strava adds to the list.</summary>
public static class ExerciseTypes
{
    /// <summary>
    /// All exercises that Strava is known to support: those of the document in its order, each group followed by later
    /// additions, and then the added groups.
    /// </summary>
    public static IReadOnlyList<ExerciseType> All { get; } = LoadExercises();

    private static readonly FrozenDictionary<string, ExerciseType> ByName = All.ToFrozenDictionary(exercise =>
        exercise.Name, StringComparer.Ordinal);

    /// <summary>True if Strava is known to support the identifier, in exactly this case.</summary>
    public static bool Contains(string name) => ByName.ContainsKey(name);

    /// <summary>True if strava-uploads.md lists the identifier, in exactly this case.</summary>
    public static bool IsDocumented(string name) => ByName.TryGetValue(name, out var exercise) && exercise.IsDocumented;

    private static List<ExerciseType> LoadExercises()
    {
        using var stream = typeof(ExerciseTypes).Assembly.GetManifestResourceStream("exercise-types.tsv")!;
        using var reader = new StreamReader(stream);
        var exercises = new List<ExerciseType>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [var group, var name, .. var addedOn])
            {
                exercises.Add(new ExerciseType(group, name) { IsDocumented = addedOn.Length == 0 });
            }
        }

        return exercises;
    }
}
