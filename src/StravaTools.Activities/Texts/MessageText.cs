using System.Globalization;

namespace StravaTools.Activities.Texts;

/// <summary>Values in messages: the same in every culture, and with singular and plural.</summary>
internal static class MessageText
{
    /// <summary>An interpolated string in the invariant culture.</summary>
    public static string Format(InvariantStringHandler text) => text.ToStringAndClear();

    /// <summary>A number with its noun, such as "1 lap" or "2,000 laps".</summary>
    public static string FormatCount(int count, string singular, string plural)
    {
        if (count == 1)
        {
            return "1 " + singular;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{count:N0} {plural}");
    }

    /// <summary>The beginning of a value that may be as long as the file.</summary>
    public static string Shorten(string value, int maxLength)
    {
        if (value.Length > maxLength)
        {
            return value[..maxLength] + "...";
        }

        return value;
    }
}
