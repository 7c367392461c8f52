using System.Collections.Frozen;
using System.Globalization;

namespace StravaTools.Activities.Model;

/// <summary>
/// "We support all FIT exercises as defined by the FIT SDK. Some exercise mappings may map to a more general type in Strava"
/// (strava-uploads.md, "FIT"). The mappings are not documented. Ours is the exercise of the same name, with or without weight, or else
/// the general one of the category. It is part of the model because a set can have an exercise in either vocabulary.
/// </summary>
internal static class FitExercises
{
    private const string Weighted = "WEIGHTED_";

    private static readonly FrozenDictionary<int, Category> Categories = LoadCategories();

    private static readonly FrozenDictionary<string, string> Groups =
        ExerciseTypes.All.ToFrozenDictionary(exercise => exercise.Name, exercise => exercise.Group, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (int Category, int? Subtype)> Numbers = Reverse();

    /// <summary>
    /// Strava's identifier for an exercise in FIT's numbers (<c>28/6</c>). An identifier is returned
    /// unchanged; an unknown number gives null.
    /// </summary>
    public static string? ToStrava(string? exercise)
    {
        if (exercise is not { Length: > 0 } || !char.IsAsciiDigit(exercise[0]))
        {
            if (exercise is { Length: > 0 })
            {
                return exercise;
            }

            return null;
        }

        if (ToFitNumbers(exercise) is ({ } number, var subtype) && Categories.TryGetValue(number, out var category))
        {
            return SameNamed(category, subtype) ?? category.General;
        }

        return null;
    }

    /// <summary>FIT's category and sub-type; the category alone for one of Strava's identifiers that FIT does not have.</summary>
    public static (int? Category, int? Subtype) ToFitNumbers(string? exercise)
    {
        var parts = exercise?.Split('/') ?? [];
        if (parts.Length > 0 && Number(parts[0]) is { } category)
        {
            return (category, parts.Length == 2 ? Number(parts[1]) : null);
        }

        if (exercise is null)
        {
            return (null, null);
        }

        if (Numbers.TryGetValue(exercise, out var exact))
        {
            return exact;
        }

        var group = Groups.GetValueOrDefault(exercise);
        return (Categories.Where(entry => GroupOf(entry.Value) == group).Select(entry => (int?)entry.Key).Min(), null);
    }

    private static string? SameNamed(Category category, int? subtype)
    {
        var name = category.Exercises.ElementAtOrDefault(subtype ?? -1) ?? "";
        if (Groups.ContainsKey(name))
        {
            return name;
        }

        if (name.StartsWith(Weighted, StringComparison.Ordinal) && Groups.ContainsKey(name[Weighted.Length..]))
        {
            return name[Weighted.Length..];
        }

        return null;
    }

    /// <summary>Some names are in several categories: the category that is Strava's group comes first.</summary>
    private static FrozenDictionary<string, (int Category, int? Subtype)> Reverse()
    {
        var numbers = new Dictionary<string, (int, int?)>(StringComparer.Ordinal);
        var named = Categories.OrderBy(entry => entry.Key)
            .SelectMany(entry => entry.Value.Exercises.Select((name, i) => (entry.Key, entry.Value, Name: name, Number: i)))
            .Where(exercise => Groups.ContainsKey(exercise.Name))
            .OrderBy(exercise => GroupOf(exercise.Value) != Groups[exercise.Name]);
        foreach (var (key, _, name, number) in named)
        {
            numbers.TryAdd(name, (key, number));
        }

        foreach (var (key, category) in Categories.OrderBy(entry => entry.Key))
        {
            numbers.TryAdd(category.General, (key, null));
        }

        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string GroupOf(Category category) => Groups[category.General];

    private static FrozenDictionary<int, Category> LoadCategories()
    {
        using var stream = typeof(FitExercises).Assembly.GetManifestResourceStream("fit-exercises.tsv")!;
        using var reader = new StreamReader(stream);
        var categories = new Dictionary<int, Category>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [var number, _, var general, var names])
            {
                var exercises = names.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
                categories.Add(int.Parse(number, CultureInfo.InvariantCulture), new Category(general, exercises));
            }
        }

        return categories.ToFrozenDictionary();
    }

    private static int? Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < ushort.MaxValue)
        {
            return number;
        }

        return null;
    }

    /// <summary>A category: Strava's general exercise for it, and its exercises in Strava's capital letters.</summary>
    private sealed record Category(string General, string[] Exercises);
}
