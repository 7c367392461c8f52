using System.Text;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Parses times directly from UTF-8. The usual form is parsed here. <see cref="IsoTime"/> parses all
/// others and decides what is a valid time.
/// </summary>
internal static class Utf8Time
{
    private const int MaxTimeLength = 128;

    /// <summary>The ticks of a second, and of each decimal.</summary>
    private static readonly long[] TicksOfDecimal = [10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

    /// <summary>Gives the same result as <see cref="IsoTime"/>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out IsoTimeValue time)
    {
        if (TryParsePlainZone(text, out var offset, out var zoneAt) && TryParsePlainTime(text[..zoneAt], out var ticks))
        {
            time = new IsoTimeValue(new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset)), HasZone: true, IsSchemaForm: true);
            return true;
        }

        if (text.Length <= MaxTimeLength)
        {
            Span<char> characters = stackalloc char[MaxTimeLength];
            var length = Encoding.UTF8.GetChars(text, characters);
            return IsoTime.TryParse(characters[..length], out time);
        }

        return IsoTime.TryParse(Encoding.UTF8.GetString(text), out time);
    }

    /// <summary>Z, or +hh:mm or -hh:mm within half a day.</summary>
    private static bool TryParsePlainZone(ReadOnlySpan<byte> text, out int minutes, out int at)
    {
        minutes = 0;
        at = text.Length - 1;
        if (text.Length < 20)
        {
            return false;
        }

        if (text[at] == 'Z')
        {
            return true;
        }

        at = text.Length - 6;
        var bad = 0u;
        var (hours, rest) = (ReadTwoDigits(text, at + 1, ref bad), ReadTwoDigits(text, at + 4, ref bad));
        minutes = ((hours * 60) + rest) * (',' - text[at]);
        return bad == 0 && text[at] is (byte)'+' or (byte)'-' && text[at + 3] == ':' && hours < 12 && rest < 60;
    }

    /// <summary>yyyy-MM-ddTHH:mm:ss, and a fraction of up to seven digits; not in a year in which an offset leaves the calendar.</summary>
    private static bool TryParsePlainTime(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var bad = 0u;
        var year = (ReadTwoDigits(text, 0, ref bad) * 100) + ReadTwoDigits(text, 2, ref bad);
        var (month, day) = (ReadTwoDigits(text, 5, ref bad), ReadTwoDigits(text, 8, ref bad));
        var (hour, minute, second) = (ReadTwoDigits(text, 11, ref bad), ReadTwoDigits(text, 14, ref bad), ReadTwoDigits(text, 17, ref bad));
        if (bad != 0
            || year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59
            || !TryParseFraction(text[19..], out var fraction))
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

        for (var i = 1; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit > 9)
            {
                return false;
            }

            ticks += digit * TicksOfDecimal[i];
        }

        return true;
    }

    /// <summary>Two digits; <paramref name="bad"/> becomes nonzero if a character is not a digit.</summary>
    private static int ReadTwoDigits(ReadOnlySpan<byte> text, int at, ref uint bad)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        bad |= (tens > 9 ? 1u : 0) | (ones > 9 ? 1u : 0);
        return (int)((tens * 10) + ones);
    }
}
