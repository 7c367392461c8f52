namespace StravaTools.Analyzers;

/// <summary>Whether one text may be a typing error of another.</summary>
internal static class Spelling
{
    /// <summary>One letter added, removed, or replaced, two letters exchanged, or a different case.</summary>
    public static bool AreNear(string one, string other)
    {
        var start = 0;
        var shorter = Math.Min(one.Length, other.Length);
        while (start < shorter && EqualIgnoringCase(one[start], other[start]))
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && EqualIgnoringCase(one[one.Length - 1 - end], other[other.Length - 1 - end]))
        {
            end++;
        }

        var (left, right) = (one.Length - start - end, other.Length - start - end);
        return (left <= 1 && right <= 1)
            || (left == 2 && right == 2 && EqualIgnoringCase(one[start], other[start + 1])
            && EqualIgnoringCase(one[start + 1], other[start]));
    }

    private static bool EqualIgnoringCase(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
