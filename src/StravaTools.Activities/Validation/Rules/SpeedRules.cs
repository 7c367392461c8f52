using System.Collections.Frozen;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Speeds are plausible.</summary>
internal static class SpeedRules
{
    /// <summary>Meters per second. The record on skis is 71, on a bicycle in the slipstream of a car 82.</summary>
    private const float MaxSpeed = 100;

    /// <summary>A shorter activity could be a sprint.</summary>
    private static readonly TimeSpan ShortestAverage = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Maximum plausible average speeds over ten minutes in meters per second: a little above the records on foot (6.9), in water (1.8),
    /// in a rowing eight (6.2), on a bicycle on flat ground (16), and on the longest descents.
    /// </summary>
    private static readonly FrozenDictionary<string, double> MaxAverages = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["Run"] = 7.5,
        ["TrailRun"] = 7.5,
        ["Walk"] = 7.5,
        ["Hike"] = 7.5,
        ["Swim"] = 2.5,
        ["Rowing"] = 8,
        ["Ride"] = 25,
        ["GravelRide"] = 25,
        ["MountainBikeRide"] = 25,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ActivityFileRule TooFast = new(
        "GEN0303", Severity.Warning, "Recorded speeds are below 360 km/h",
        "The sensor failed, or the unit is wrong. All formats use meters per second.",
        "Remove the value. Strava computes speed from distance and time.")
    {
        Example = "A record whose enhanced_speed is 250.0 m/s.",
    };

    private static readonly ActivityFileRule TooFastForSport = new(
        "GEN0304", Severity.Warning, "The average speed is plausible for the sport",
        "Such an activity can top leaderboards until it is flagged. Usually, the sport is wrong or part of a drive was recorded.",
        "Specify the right sport type in the upload, or remove the drive from the recording.")
    {
        Remedy = RuleRemedy.NameSportType,
        Example = "30 km in half an hour, as a run.",
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [TooFast, TooFastForSport];

    public static void CheckActivities(ActivityCheckContext context)
    {
        foreach (var activity in context.Activities)
        {
            CheckPoints(activity.Streams, context.Findings);
            if (context.Findings.IsSelected(TooFastForSport))
            {
                CheckAverage(activity, context.Findings);
            }
        }
    }

    private static void CheckPoints(ActivityStreams streams, FindingCollector findings)
    {
        PointCounter fast = default;
        var speeds = streams.Speed.AsSpan();
        if (!StreamColumns.AnyOutside(speeds, float.NegativeInfinity, MaxSpeed))
        {
            return;
        }

        for (var i = 0; i < speeds.Length; i++)
        {
            if (speeds[i] > MaxSpeed)
            {
                fast.CountPoint(i);
            }
        }

        fast.Report(findings, TooFast, streams, "A speed is above 100 m/s (360 km/h).");
    }

    private static void CheckAverage(Activity activity, FindingCollector findings)
    {
        var time = activity.TimerTime ?? activity.ElapsedTime;
        if (activity.SportType is { } sport && time >= ShortestAverage && MaxAverages.TryGetValue(sport.Name, out var limit)
            && DistanceOf(activity) is { } distance && distance / time.Value.TotalSeconds is var average && average > limit)
        {
            findings.Add(
                TooFastForSport, $"The average speed is {average * 3.6:0.#} km/h, which is too fast for {sport.Name}.", activity.Location);
        }
    }

    /// <summary>
    /// As recorded. Adding up positions would cost more than all other rules together, and jumps have a rule of their own.
    /// </summary>
    private static double? DistanceOf(Activity activity) =>
        activity.Distance ?? (activity.Streams.Distance.IsEmpty ? null : DistanceAnalysis.TotalDistance(activity.Streams));
}
