namespace StravaTools.FakeStrava.Stubs;

/// <summary>How different two texts are: 0 for equal texts, 1 for texts without a common character.</summary>
internal static class TextDistance
{
    /// <summary>Longer texts are compared by their beginning.</summary>
    private const int MaxLength = 300;

    public static double Compare(string expected, string? actual)
    {
        if (string.IsNullOrEmpty(actual))
        {
            return expected.Length == 0 ? 0 : 1;
        }

        var (one, other) = (CutText(expected), CutText(actual));
        return (double)CountEdits(one, other) / Math.Max(one.Length, other.Length);
    }

    private static string CutText(string text) => text.Length > MaxLength ? text[..MaxLength] : text;

    /// <summary>Levenshtein's distance.</summary>
    private static int CountEdits(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replace = previous[j - 1] + Convert.ToInt32(one[i - 1] != other[j - 1]);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
