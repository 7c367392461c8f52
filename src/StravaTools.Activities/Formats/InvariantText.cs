using System.Globalization;
using System.Text;
using System.Xml;

namespace StravaTools.Activities.Formats;

/// <summary>Formats values for the text formats.</summary>
internal static class InvariantText
{
    /// <summary>The creator of a file if the activity names none.</summary>
    public const string Creator = "StravaTools";

    /// <summary>An instant in UTC, which GPX requires and TCX files usually have, with as many digits as it needs.</summary>
    public static string FormatTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Nine decimals are a tenth of a millimeter.</summary>
    public static string Degrees(double degrees) => Decimal(Math.Round(degrees, 9));

    /// <summary>The schemas allow longitudes below 180 degrees; 180 east is 180 west.</summary>
    public static string Longitude(double degrees)
    {
        if (Math.Round(degrees, 9) == 180)
        {
            return "-180";
        }

        return Degrees(degrees);
    }

    /// <summary>Without an exponent, which xsd:decimal does not allow.</summary>
    public static string Decimal(double number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('E', StringComparison.Ordinal))
        {
            return number.ToString("0.####################", CultureInfo.InvariantCulture);
        }

        return text;
    }

    /// <summary>A 32-bit float in its own digits: 12.3, not 12.300000190734863.</summary>
    public static string Decimal(float number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('E', StringComparison.Ordinal))
        {
            return Decimal((double)number);
        }

        return text;
    }

    public static string FormatWhole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Text without the characters that XML cannot contain, even escaped.</summary>
    public static string RemoveInvalidCharacters(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text, i++, 2);
            }
        }

        return clean.ToString();
    }

    /// <summary>A name for an element: invalid characters become underscores.</summary>
    public static string ElementName(string name)
    {
        var letters = name.Select(letter => XmlConvert.IsNCNameChar(letter) ? letter : '_').ToArray();
        var text = new string(letters);
        if (text.Length > 0 && XmlConvert.IsStartNCNameChar(text[0]))
        {
            return text;
        }

        return "_" + text;
    }
}
