namespace StravaTools.Analyzers.Cmdlets;

/// <summary>Splits names into words.</summary>
internal static class PascalCase
{
    /// <summary>Words that end like a plural but are singular, or are commonly used in the plural.</summary>
    private static readonly HashSet<string> Singular = new(StringComparer.OrdinalIgnoreCase)
    {
        "Alias", "Atlas", "Aws", "Bias", "Canvas", "Dns", "Gas", "Gps", "Https", "Ios", "Kudos", "Lens", "News", "Os", "Series", "Sms",
        "Species", "Tls", "Windows",
    };

    private static readonly HashSet<string> Plural = new(StringComparer.OrdinalIgnoreCase) { "Children", "People" };

    /// <summary>
    /// The words of a name of letters and digits. Each word starts with a capital; consecutive capitals are one word: GPSTrack is GPS,
    /// Track.
    /// </summary>
    public static IReadOnlyList<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i < name.Length; i++)
        {
            var begins = char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (begins)
            {
                words.Add(name.Substring(start, i - start));
                start = i;
            }
        }

        words.Add(name.Substring(start));
        return words;
    }

    public static bool IsPascalCase(string name) => name.Length > 0 && char.IsUpper(name[0]) && name.All(char.IsLetterOrDigit);

    public static bool IsPlural(string word) =>
        Plural.Contains(word)
        || (word.Length > 2 && EndsWithWord(word, "s") && !EndsWithWord(word, "ss") && !EndsWithWord(word, "us")
            && !EndsWithWord(word, "is") && !Singular.Contains(word));

    private static bool EndsWithWord(string word, string ending) => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
