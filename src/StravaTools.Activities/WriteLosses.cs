using System.Globalization;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;
using static StravaTools.Activities.Model.ActivityFileFormat;

namespace StravaTools.Activities;

/// <summary>What an activity has and a format has no place for.</summary>
internal static class WriteLosses
{
    public static IEnumerable<string> DescribeLosses(ActivityFileFormat format, Activity activity) =>
        Points(format, activity.Streams).Concat(Streams(format, activity.Streams)).Concat(DescribeParts(format, activity)).Concat(DescribeSport(format, activity));

    private static IEnumerable<string> Points(ActivityFileFormat format, ActivityStreams streams)
    {
        if (format == Gpx && streams.Count - streams.Positions() is > 0 and var homeless)
        {
            yield return FormatCount(homeless, "point without position", "points without position");
        }

        if (format is Tcx or StrengthJson && streams.Count - streams.CountTimes() is > 0 and var timeless)
        {
            yield return FormatCount(timeless, "point without time", "points without time");
        }
    }

    private static IEnumerable<string> Streams(ActivityFileFormat format, ActivityStreams streams)
    {
        (string Name, bool IsThere, ActivityFileFormat[] In)[] all =
        [
            ("position", !streams.Latitude.IsEmpty, [Fit, Gpx, Tcx]),
            ("altitude", !streams.Altitude.IsEmpty, [Fit, Gpx, Tcx]),
            ("distance", !streams.Distance.IsEmpty, [Fit, Gpx, Tcx]),
            ("speed", !streams.Speed.IsEmpty, [Fit, Tcx]),
            ("cadence", !streams.Cadence.IsEmpty, [Fit, Gpx, Tcx]),
            ("power", !streams.Power.IsEmpty, [Fit, Gpx, Tcx]),
            ("temperature", !streams.Temperature.IsEmpty, [Fit, Gpx]),
        ];
        return all.Where(stream => stream.IsThere && !stream.In.Contains(format)).Select(stream => stream.Name);
    }

    private static IEnumerable<string> DescribeParts(ActivityFileFormat format, Activity activity)
    {
        (int Count, string One, string Many, ActivityFileFormat[] In)[] all =
        [
            (activity.Laps.Length, "lap", "laps", [Fit, Tcx]),
            (activity.Lengths.Length, "pool length", "pool lengths", [Fit]),
            (activity.Sets.Count(set => !set.IsRest), "set", "sets", [Fit, StrengthJson]),
            (activity.Sets.Count(set => set.IsRest), "rest", "rests", [Fit]),
            (activity.Splits.Length, "split", "splits", [Fit]),
            (activity.TimerEvents.Length, "start or stop of the timer", "starts and stops of the timer", [Fit]),
            (activity.HeartRateSamples.Length, "heart rate sample", "heart rate samples", [Fit]),
            (activity.CustomFields.Count, "custom field", "custom fields", [Fit, Tcx]),
        ];
        return all.Where(part => part.Count > 0 && !part.In.Contains(format)).Select(part => FormatCount(part.Count, part.One, part.Many));
    }

    private static IEnumerable<string> DescribeSport(ActivityFileFormat format, Activity activity)
    {
        var written = format switch
        {
            Tcx => SportMapping.FromTcx(SportWords.ToTcx(activity)),
            Gpx => SportMapping.FromGpx(SportWords.ToGpx(activity)),
            Fit => SportMapping.FromFit(SportWords.ToFit(activity)),
            _ => null,
        };
        if (activity.SportType is { } sport && sport != written)
        {
            return [$"the sport type {sport}"];
        }

        return [];
    }

    private static string FormatCount(int count, string one, string many)
    {
        if (count == 1)
        {
            return "1 " + one;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{count:N0} {many}");
    }
}
