using System.Globalization;
using System.Text.RegularExpressions;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Start, time zone, and the name that Strava derives from them.</summary>
internal static partial class ActivityClock
{
    /// <summary>Starts an activity at an instant. Its wall clock has the offset of the file, or else the athlete's time zone.</summary>
    public static DetailedActivity StartAt(this DetailedActivity activity, DateTimeOffset start, FakeAthlete athlete)
    {
        if (start.Offset == TimeSpan.Zero)
        {
            return activity.StartAt(TimeZoneInfo.ConvertTime(start, athlete.TimeZone), DescribeZone(athlete.TimeZone));
        }

        return activity.StartAt(start, DescribeZone(start.Offset));
    }

    /// <summary>Starts an activity at a time of the athlete's wall clock.</summary>
    public static DetailedActivity StartAtWallClock(this DetailedActivity activity, DateTime wallClock, FakeAthlete athlete)
    {
        var local = new DateTimeOffset(wallClock, athlete.TimeZone.GetUtcOffset(wallClock));
        return activity.StartAt(local, DescribeZone(athlete.TimeZone));
    }

    /// <summary>
    /// Such as "Evening Ride", or "Evening Ride in Oakland" ("using start date and location, if available", strava-uploads.md, name): the
    /// words are Strava's, the hours are ours.
    /// </summary>
    public static string NameFor(DateTime local, string sportType, string? place = null)
    {
        var name = $"{DescribeTimeOfDay(local)} {DescribeSport(sportType)}";
        if (place is null)
        {
            return name;
        }

        return $"{name} in {place}";
    }

    private static DetailedActivity StartAt(this DetailedActivity activity, DateTimeOffset local, string zone) => activity with
    {
        StartDate = TruncateToSeconds(local.UtcDateTime),
        StartDateLocal = TruncateToSeconds(local.DateTime),
        UtcOffset = (int)local.Offset.TotalSeconds,
        Timezone = zone,
    };

    private static DateTime TruncateToSeconds(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);

    /// <summary>Such as "(GMT-08:00) America/Los_Angeles": the offset of the zone without daylight saving.</summary>
    private static string DescribeZone(TimeZoneInfo zone) => $"({FormatOffset(zone.BaseUtcOffset)}) {zone.Id}";

    /// <summary>A file has an offset but no place. The sign of the Etc zones is inverted.</summary>
    private static string DescribeZone(TimeSpan offset)
    {
        if (offset.Minutes == 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"({FormatOffset(offset)}) Etc/GMT{-offset.Hours:+0;-0}");
        }

        return $"({FormatOffset(offset)}) {FormatOffset(offset)}";
    }

    private static string FormatOffset(TimeSpan offset) => $"GMT{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";

    private static string DescribeTimeOfDay(DateTime local) => local.Hour switch
    {
        >= 5 and < 11 => "Morning",
        >= 11 and < 14 => "Lunch",
        >= 14 and < 17 => "Afternoon",
        >= 17 and < 21 => "Evening",
        _ => "Night",
    };

    /// <summary>"WeightTraining" as "Weight Training".</summary>
    private static string DescribeSport(string sportType) => WordStart().Replace(sportType, " ");

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordStart();
}
