using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Pages;

/// <summary>Values on pages: encoded, and the same in every culture.</summary>
internal static class PageText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text with all characters of HTML encoded, and without characters that disrupt a line.</summary>
    public static string Encode(string text) => Encoder.Encode(CleanText.RemoveInvalidCharacters(text));

    /// <summary>A number with commas between thousands.</summary>
    public static string FormatNumber(double value, int decimals = 0) =>
        value.ToString(MessageText.Format($"N{decimals}"), CultureInfo.InvariantCulture);

    /// <summary>Kilometers with two decimals, or meters below one kilometer.</summary>
    public static Quantity FormatDistance(double meters)
    {
        if (meters < 1000)
        {
            return new Quantity(FormatNumber(meters), "m");
        }

        return new Quantity(FormatNumber(meters / 1000, 2), "km");
    }

    /// <summary>A count with its noun.</summary>
    public static string FormatCount(int count, string singular, string plural) => MessageText.FormatCount(count, singular, plural);

    /// <summary>The words of a name in Pascal case, such as "Virtual ride".</summary>
    public static string SplitWords(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (words.Length > 0 && char.IsUpper(letter))
            {
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            }
            else
            {
                words.Append(letter);
            }
        }

        return words.ToString();
    }

    /// <summary>The words of a constant, such as "Bench press".</summary>
    public static string FormatConstant(string name)
    {
        var words = name.Replace('_', ' ').ToLowerInvariant();
        return string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
    }
}
