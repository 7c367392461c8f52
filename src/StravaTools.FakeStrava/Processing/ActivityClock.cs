using System.Globalization;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Puts an activity in time and place: start, zone, and the name that Strava makes of them.</summary>
internal static class ActivityClock
{
    /// <summary>At an instant: on the clock the file tells, else on the athlete's.</summary>
    public static DetailedActivity StartAt(this DetailedActivity activity, DateTimeOffset start, FakeAthlete athlete)
    {
        var local = start.Offset == TimeSpan.Zero ? TimeZoneInfo.ConvertTime(start, athlete.TimeZone) : start;
        var zone = start.Offset == TimeSpan.Zero ? ZoneOf(athlete.TimeZone) : ZoneOf(start.Offset);
        return activity.StartAt(local, zone);
    }

    /// <summary>At what the athlete's clock on the wall showed.</summary>
    public static DetailedActivity AtLocal(this DetailedActivity activity, DateTime wallClock, FakeAthlete athlete)
    {
        var local = new DateTimeOffset(wallClock, athlete.TimeZone.GetUtcOffset(wallClock));
        return activity.StartAt(local, ZoneOf(athlete.TimeZone));
    }

    /// <summary>
    /// As "Evening Ride", or "Evening Ride in Oakland" ("using start date and location, if available", strava-uploads.md, name): Strava's words, the
    /// hours are ours.
    /// </summary>
    public static string NameFor(DateTime local, string sportType, string? place = null)
    {
        var time = local.Hour switch
        {
            >= 5 and < 11 => "Morning",
            >= 11 and < 14 => "Lunch",
            >= 14 and < 17 => "Afternoon",
            >= 17 and < 21 => "Evening",
            _ => "Night",
        };
        return $"{time} {DescribeTimeOfDay(sportType)}{(place is null ? "" : $" in {place}")}";
    }

    private static DetailedActivity StartAt(this DetailedActivity activity, DateTimeOffset local, string zone) => activity with
    {
        StartDate = WholeSeconds(local.UtcDateTime),
        StartDateLocal = WholeSeconds(local.DateTime),
        UtcOffset = (int)local.Offset.TotalSeconds,
        Timezone = zone,
    };

    private static DateTime WholeSeconds(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);

    /// <summary>As "(GMT-08:00) America/Los_Angeles": the offset of the zone without daylight saving.</summary>
    private static string ZoneOf(TimeZoneInfo zone) => $"({FormatOffset(zone.BaseUtcOffset)}) {zone.Id}";

    /// <summary>A file tells an offset, no place; the Etc zones have the sign turned round.</summary>
    private static string ZoneOf(TimeSpan offset)
    {
        if (offset.Minutes == 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"({FormatOffset(offset)}) Etc/GMT{-offset.Hours:+0;-0}");
        }

        return $"({FormatOffset(offset)}) {FormatOffset(offset)}";
    }

    private static string FormatOffset(TimeSpan offset) => $"GMT{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";

    /// <summary>"WeightTraining" as "Weight Training".</summary>
    private static string DescribeTimeOfDay(string sportType) =>
        string.Concat(sportType.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(sportType[i - 1]) ? $" {c}" : c.ToString()));
}
