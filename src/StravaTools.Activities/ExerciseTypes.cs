using System.Collections.Frozen;

namespace StravaTools.Activities;

/// <summary>An exercise of Strava's list.</summary>
/// <param name="Group">The group it is listed under, as "Bench Press".</param>
/// <param name="Name">Its identifier, as BARBELL_BENCH_PRESS.</param>
public sealed record ExerciseType(string Group, string Name);

/// <summary>The exercises a strength JSON may name (strava-uploads.md, "Supported Exercises"). Strava adds to the list.</summary>
public static class ExerciseTypes
{
    /// <summary>All of them, in the order of the document.</summary>
    public static IReadOnlyList<ExerciseType> All { get; } = Load();

    private static readonly FrozenSet<string> Names = All.Select(exercise => exercise.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True if the list has the identifier, in exactly this case.</summary>
    public static bool Contains(string name) => Names.Contains(name);

    private static List<ExerciseType> Load()
    {
        using var stream = typeof(ExerciseTypes).Assembly.GetManifestResourceStream("exercise-types.tsv")!;
        using var reader = new StreamReader(stream);
        var exercises = new List<ExerciseType>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [var group, var name])
            {
                exercises.Add(new ExerciseType(group, name));
            }
        }

        return exercises;
    }
}
