using System.Globalization;
using StravaTools.Activities.Formats;
using static StravaTools.Activities.ActivityFileFormat;

namespace StravaTools.Activities;

/// <summary>What an activity has and a format has no place for.</summary>
internal static class WriteLosses
{
    public static IEnumerable<string> Of(ActivityFileFormat format, Activity activity) =>
        Points(format, activity.Streams).Concat(Streams(format, activity.Streams)).Concat(Parts(format, activity)).Concat(Sport(format, activity));

    private static IEnumerable<string> Points(ActivityFileFormat format, ActivityStreams streams)
    {
        if (format == Gpx && streams.Count - streams.Positions() is > 0 and var homeless)
        {
            yield return Count(homeless, "point without position", "points without position");
        }

        if (format is Tcx or StrengthJson && streams.Count - streams.Times() is > 0 and var timeless)
        {
            yield return Count(timeless, "point without time", "points without time");
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

    private static IEnumerable<string> Parts(ActivityFileFormat format, Activity activity)
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
        return all.Where(part => part.Count > 0 && !part.In.Contains(format)).Select(part => Count(part.Count, part.One, part.Many));
    }

    private static IEnumerable<string> Sport(ActivityFileFormat format, Activity activity)
    {
        var written = format switch
        {
            Tcx => SportMapping.FromTcx(SportWords.ToTcx(activity)),
            Gpx => SportMapping.FromGpx(SportWords.ToGpx(activity)),
            Fit => SportMapping.FromFit(SportWords.ToFit(activity)),
            _ => null,
        };
        return activity.SportType is { } sport && sport != written ? [$"the sport type {sport}"] : [];
    }

    private static string Count(int count, string one, string many) => count == 1 ? "1 " + one : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {many}");
}
