using System.Globalization;
using System.Text;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Numbers and times straight from UTF-8. What is written plainly is read here; whatever else there is goes to the framework, which decides
/// what is a number or a time at all. Both give the same result to the last bit.
/// </summary>
internal static class Utf8Values
{
    /// <summary>Up to here every whole number, and with it every quotient of one and a small power of ten, is rounded once and rightly.</summary>
    private const ulong ExactLimit = 1UL << 53;

    private const int MostDigits = 17;
    private const int LongestTime = 128;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17];

    /// <summary>A finite number.</summary>
    public static bool TryParseNumber(ReadOnlySpan<byte> text, out double value) =>
        TryParsePlainNumber(text, out value)
        || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));

    /// <summary>As <see cref="IsoTime"/> reads it.</summary>
    public static bool TryParseTime(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        if (TryParsePlainTime(text, out var ticks))
        {
            time = new DateTimeOffset(ticks, TimeSpan.Zero);
            return true;
        }

        if (text.Length <= LongestTime)
        {
            Span<char> characters = stackalloc char[LongestTime];
            var length = Encoding.UTF8.GetChars(text, characters);
            return IsoTime.TryParse(characters[..length], out time, out _);
        }

        return IsoTime.TryParse(Encoding.UTF8.GetString(text), out time, out _);
    }

    /// <summary>Digits, with a sign before and a point among them.</summary>
    private static bool TryParsePlainNumber(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var isNegative = text.Length > 0 && text[0] == '-';
        text = isNegative ? text[1..] : text;
        if (text.Length is 0 or > MostDigits)
        {
            return false;
        }

        var number = 0UL;
        var point = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                number = (number * 10) + digit;
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        var decimals = point < 0 ? 0 : text.Length - point - 1;
        if (number > ExactLimit || (point >= 0 && text.Length == 1))
        {
            return false;
        }

        value = number / PowersOfTen[decimals];
        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>yyyy-MM-ddTHH:mm:ss, a fraction of up to seven digits, Z.</summary>
    private static bool TryParsePlainTime(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[^1] != 'Z')
        {
            return false;
        }

        var bad = 0u;
        var (year, month, day) = ((Two(text, 0, ref bad) * 100) + Two(text, 2, ref bad), Two(text, 5, ref bad), Two(text, 8, ref bad));
        var (hour, minute, second) = (Two(text, 11, ref bad), Two(text, 14, ref bad), Two(text, 17, ref bad));
        if (bad != 0 || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59
            || !TryParseFraction(text[19..^1], out var fraction))
        {
            return false;
        }

        ticks = new DateTime(year, month, day).Ticks + (((hour * 3600L) + (minute * 60) + second) * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    private static bool TryParseFraction(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length is 1 or > 8)
        {
            return false;
        }

        for (var i = 1; i <= 7; i++)
        {
            var digit = i < text.Length ? (uint)(text[i] - '0') : 0;
            if (digit > 9)
            {
                return false;
            }

            ticks = (ticks * 10) + digit;
        }

        return true;
    }

    /// <summary>Two digits; <paramref name="bad"/> becomes other than zero where one is none.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at, ref uint bad)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        bad |= (tens > 9 ? 1u : 0) | (ones > 9 ? 1u : 0);
        return (int)((tens * 10) + ones);
    }
}
