namespace StravaTools.Activities.Validation;

/// <summary>Finds the name that was probably intended.</summary>
public static class NearMiss
{
    private const int MaxNameLength = 60;
    private const int MaxWrongLetters = 3;
    private const int MinPrefixLength = 3;

    /// <summary>
    /// The known name that only differs in case, blanks, or hyphens; else the one with the fewest wrong letters (at most one in three);
    /// else one that begins or ends with the given name, such as repetitions for reps. Null if no name is similar.
    /// </summary>
    public static string? FindClosest(string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(known);
        var letters = Normalize(name);
        if (letters.Length is 0 or > MaxNameLength)
        {
            return null;
        }

        string? best = null;
        var fewest = Math.Min(MaxWrongLetters, letters.Length / 3) + 1;
        foreach (var candidate in known)
        {
            var other = Normalize(candidate);
            if (Math.Abs(other.Length - letters.Length) < fewest && Distance(letters, other) is var distance && distance < fewest)
            {
                (best, fewest) = (candidate, distance);
            }
        }

        return best ?? known.FirstOrDefault(candidate => IsPart(letters, Normalize(candidate)));
    }

    private static bool IsPart(string name, string known)
    {
        var stem = name.TrimEnd('s');
        return stem.Length >= MinPrefixLength && (known.StartsWith(stem, StringComparison.Ordinal)
            || known.EndsWith(name, StringComparison.Ordinal)
            || (known.Length >= MinPrefixLength && name.StartsWith(known, StringComparison.Ordinal)));
    }

    private static string Normalize(string name) =>
        new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>The Levenshtein distance: the number of letters to insert, delete, or replace.</summary>
    private static int Distance(string one, string other)
    {
        Span<int> row = stackalloc int[MaxNameLength * 2];
        if (other.Length >= row.Length)
        {
            return int.MaxValue;
        }

        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[other.Length];
    }
}
