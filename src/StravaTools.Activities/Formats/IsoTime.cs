using System.Globalization;

namespace StravaTools.Activities.Formats;

/// <summary>ISO 8601 date and time in the form of XML Schema and Strava: 2025-01-15T08:30:00[.fraction][Z|+hh:mm|+hhmm].</summary>
internal static class IsoTime
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss";
    private const int PatternLength = 19;
    private const int TickDigits = 7;

    /// <param name="text">The text, white space around it allowed.</param>
    /// <param name="time">The instant; a text without a zone is taken as UTC, as GPX defines it.</param>
    /// <param name="hasZone">Whether the text has a zone designator.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time, out bool hasZone)
    {
        text = text.Trim();
        hasZone = false;
        time = default;
        if (text.Length < PatternLength
            || !DateTime.TryParseExact(text[..PatternLength], Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        var rest = text[PatternLength..];
        if (!TryTakeFraction(ref rest, out var ticks) || !TryParseZone(rest, out var offset))
        {
            return false;
        }

        hasZone = !rest.IsEmpty;
        return TryCreate(local.Ticks + ticks, offset, out time);
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || (text[0] != '.' && text[0] != ','))
        {
            return true;
        }

        var digits = text[1..].IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length - 1;
        for (var i = 0; i < TickDigits; i++)
        {
            ticks = (ticks * 10) + (i < digits ? text[1 + i] - '0' : 0);
        }

        text = text[(1 + digits)..];
        return digits > 0;
    }

    private static bool TryParseZone(ReadOnlySpan<char> zone, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (zone.IsEmpty || zone is "Z" or "z")
        {
            return true;
        }

        var digits = zone[1..];
        var minutesAt = digits.Length == 5 && digits[2] == ':' ? 3 : 2;
        if (zone[0] is not ('+' or '-') || digits.Length != minutesAt + 2
            || !int.TryParse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(digits[minutesAt..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || hours > 14 || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        if (zone[0] == '-')
        {
            offset = -offset;
        }

        return offset.Duration() <= TimeSpan.FromHours(14);
    }

    /// <summary>Year 1 or 9999 with an offset may leave the range of the type.</summary>
    private static bool TryCreate(long localTicks, TimeSpan offset, out DateTimeOffset time)
    {
        var utc = localTicks - offset.Ticks;
        var isPossible = utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks && localTicks <= DateTime.MaxValue.Ticks;
        time = isPossible ? new DateTimeOffset(localTicks, offset) : default;
        return isPossible;
    }
}
