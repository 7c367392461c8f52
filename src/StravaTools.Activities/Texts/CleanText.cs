using System.Globalization;
using System.Text;

namespace StravaTools.Activities.Texts;

/// <summary>Texts of files, which can contain any character, for people and for reports.</summary>
internal static class CleanText
{
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// Text without characters that XML and JSON cannot contain or that disrupt a line. Names and values come from
    /// files, so they can contain any character.
    /// </summary>
    public static string RemoveInvalidCharacters(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append((IsText(rune) ? rune : Rune.ReplacementChar).ToString());
        }

        return clean.ToString();
    }

    /// <summary>The joiner combines emoji (a family, a flag); other formatting characters can reverse a line.</summary>
    private static bool IsText(Rune rune) =>
        rune.Value == ZeroWidthJoiner
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
