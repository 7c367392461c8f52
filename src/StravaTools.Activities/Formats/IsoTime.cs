using System.Globalization;

namespace StravaTools.Activities.Formats;

/// <summary>
/// ISO 8601 date and time. Strava's JSON and the schemas of GPX and TCX have the form 2025-01-15T08:30:00[.fraction][Z|+hh:mm]. The other
/// forms of ISO 8601 with a calendar date are read too, and a space instead of the T.
/// </summary>
internal static class IsoTime
{
    private const int TickDigits = 7;
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    /// <summary>A date and a time; false for anything else.</summary>
    /// <param name="text">The text; white space around it is allowed.</param>
    /// <param name="value">The instant; a text without a zone is taken as UTC, as GPX defines it.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out IsoTimeValue value)
    {
        var rest = text.Trim();
        var isSchemaForm = true;
        value = default;
        if (!TryTakeDate(ref rest, ref isSchemaForm, out var date)
            || !TryTakeTime(ref rest, ref isSchemaForm, out var time)
            || !TryTakeFraction(ref rest, ref isSchemaForm, out var fraction)
            || !TryParseZone(rest, ref isSchemaForm, out var offset)
            || (time >= TimeSpan.FromDays(1) && fraction > 0))
        {
            return false;
        }

        value = new IsoTimeValue(default, !rest.IsEmpty, isSchemaForm);
        return TryCreate(date.Ticks + time.Ticks + fraction, offset, ref value);
    }

    /// <summary>2025-01-15 or 20250115, and what separates it from the time.</summary>
    private static bool TryTakeDate(ref ReadOnlySpan<char> text, ref bool isSchemaForm, out DateTime date)
    {
        date = default;
        var isExtended = text.Length > 4 && text[4] == '-';
        var length = isExtended ? 10 : 8;
        if (text.Length <= length || text[length] is not ('T' or 't' or ' ')
            || !DateTime.TryParseExact(
                text[..length], isExtended ? "yyyy-MM-dd" : "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return false;
        }

        isSchemaForm &= isExtended && text[length] == 'T';
        text = text[(length + 1)..];
        return true;
    }

    /// <summary>
    /// 08:30:00, 08:30, 083000, or 0830. 24:00:00 is the end of the day, and second 60 a leap second, which is taken as the next one.
    /// </summary>
    private static bool TryTakeTime(ref ReadOnlySpan<char> text, ref bool isSchemaForm, out TimeSpan time)
    {
        time = default;
        var isExtended = text.Length > 2 && text[2] == ':';
        var step = isExtended ? 3 : 2;
        if (!TryReadTwo(text, 0, out var hours) || !TryReadTwo(text, step, out var minutes))
        {
            return false;
        }

        var length = step + 2;
        var seconds = 0;
        var hasSeconds = isExtended ? text.Length > length && text[length] == ':' : TryReadTwo(text, length, out _);
        if (hasSeconds)
        {
            if (!TryReadTwo(text, step * 2, out seconds))
            {
                return false;
            }

            length = (step * 2) + 2;
        }

        time = new TimeSpan(hours, minutes, seconds);
        isSchemaForm &= isExtended && hasSeconds && seconds < 60;
        text = text[length..];
        return minutes < 60 && seconds <= 60 && time <= TimeSpan.FromDays(1) && (hours < 24 || time == TimeSpan.FromDays(1));
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> text, ref bool isSchemaForm, out long ticks)
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

        isSchemaForm &= text[0] == '.';
        text = text[(1 + digits)..];
        return digits > 0;
    }

    /// <summary>Z, +01:00, +0100, or +01.</summary>
    private static bool TryParseZone(ReadOnlySpan<char> zone, ref bool isSchemaForm, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (zone.IsEmpty || zone is "Z" or "z")
        {
            isSchemaForm &= zone is not "z";
            return true;
        }

        var isExtended = zone.Length == 6 && zone[3] == ':';
        var minutes = 0;
        if (zone[0] is not ('+' or '-') || !TryReadTwo(zone, 1, out var hours) || (!isExtended && zone.Length is not (3 or 5))
            || (zone.Length > 3 && !TryReadTwo(zone, isExtended ? 4 : 3, out minutes)) || minutes > 59)
        {
            return false;
        }

        isSchemaForm &= isExtended;
        offset = new TimeSpan(hours, minutes, 0);
        if (zone[0] == '-')
        {
            offset = -offset;
        }

        return offset.Duration() <= MaxOffset;
    }

    private static bool TryReadTwo(ReadOnlySpan<char> text, int at, out int number)
    {
        number = 0;
        if (text.Length < at + 2 || !char.IsAsciiDigit(text[at]) || !char.IsAsciiDigit(text[at + 1]))
        {
            return false;
        }

        number = ((text[at] - '0') * 10) + (text[at + 1] - '0');
        return true;
    }

    /// <summary>Year 1 or 9999 with an offset may leave the range of the type.</summary>
    private static bool TryCreate(long localTicks, TimeSpan offset, ref IsoTimeValue value)
    {
        var utc = localTicks - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks || localTicks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = value with { Time = new DateTimeOffset(localTicks, offset) };
        return true;
    }
}
