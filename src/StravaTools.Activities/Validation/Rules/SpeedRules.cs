using System.Collections.Frozen;
using System.Globalization;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Speeds are such that people reach.</summary>
internal static class SpeedRules
{
    /// <summary>Metres per second; the record on skis is 71, that on a bicycle behind a car 82.</summary>
    private const float MaxSpeed = 100;

    /// <summary>Below this a short sprint could be it.</summary>
    private static readonly TimeSpan ShortestAverage = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Average speeds in metres per second that nobody keeps up for ten minutes: a little above the records on foot (6.9), in water (1.8), in a
    /// rowing eight (6.2), on a bicycle in the plain (16) and on the longest descents.
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
        "Nobody moves that fast without flying: the sensor failed, or the unit is wrong (it is metres per second in all formats).",
        "Remove the value; Strava computes speed from distance and time.")
    {
        Example = "A record whose enhanced_speed is 250.0 m/s.",
    };

    private static readonly ActivityFileRule TooFastForSport = new(
        "GEN0304", Severity.Warning, "The average speed is possible in this sport",
        "Such an activity tops every leaderboard until somebody flags it. Mostly it is a drive recorded as a run, or the sport is wrong.",
        "Name the sport (Send-StravaUpload -SportType), or cut off the drive home.")
    {
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

        fast.Report(findings, TooFast, streams, "A speed is above 100 m/s.");
    }

    private static void CheckAverage(Activity activity, FindingCollector findings)
    {
        var time = activity.TimerTime ?? activity.ElapsedTime;
        if (activity.SportType is { } sport && time >= ShortestAverage && MaxAverages.TryGetValue(sport.Name, out var limit)
            && DistanceOf(activity) is { } distance && distance / time.Value.TotalSeconds is var average && average > limit)
        {
            findings.Add(TooFastForSport, string.Create(
                CultureInfo.InvariantCulture, $"The average speed is {average * 3.6:0.#} km/h, which is too fast for {sport.Name}."), activity.Location);
        }
    }

    /// <summary>As recorded; summing up positions would cost more than all other rules together, and jumps have a rule of their own.</summary>
    private static double? DistanceOf(Activity activity) =>
        activity.Distance ?? (activity.Streams.Distance.IsEmpty ? null : DistanceAnalysis.TotalDistance(activity.Streams));
}
