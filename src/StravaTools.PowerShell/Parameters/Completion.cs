
namespace StravaTools.PowerShell.Parameters;

/// <summary>What completers share.</summary>
internal static class Completion
{
    /// <summary>Those that begin with the word come first; a word inside counts too, as SQUAT in BARBELL_BACK_SQUAT.</summary>
    public static IEnumerable<T> Matching<T>(IEnumerable<T> items, Func<T, string> nameOf, string? word)
    {
        var text = (word ?? "").Trim('\'', '"');
        return items
            .Where(item => nameOf(item).Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(item => nameOf(item).StartsWith(text, StringComparison.OrdinalIgnoreCase));
    }
}
