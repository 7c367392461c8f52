using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Processing;

/// <summary>An athlete's zones of heart rate, pace, and power.</summary>
internal static class ActivityZones
{
    /// <summary>Watts where zones of power begin after the one of 0 W: those of strava-activities.md, "List activity zones".</summary>
    public static readonly int[] PowerBounds = [0, 50, 100, 150, 200, 250, 300, 350, 400, 450];

    /// <summary>
    /// The shares of the speed over 5 km where pace zones begin. Strava's are not published; with the default athlete these give the
    /// zones of the example: 3.02 m/s is in zone 1, 3.74 m/s in zone 2.
    /// </summary>
    private static readonly double[] PaceBounds = [0.78, 0.88, 0.94, 0.99, 1.05];

    public static ImmutableArray<TimeSpan> HeartRateTimes(Activity recording, FakeAthlete athlete) =>
        ZoneAnalysis.ComputeTimes(
            recording.Streams.HeartRate, recording.Streams, [.. athlete.HeartRateZones.Select(bound => (double)bound)]);

    /// <summary>The first zone is 0 W, the second above it: its bound is the smallest number greater than 0.</summary>
    public static ImmutableArray<TimeSpan> PowerTimes(Activity recording) =>
        ZoneAnalysis.ComputeTimes(
            recording.Streams.Power, recording.Streams, [.. PowerBounds.Select(bound => Math.Max(bound, double.Epsilon))]);

    /// <summary>Null for athletes without a race time.</summary>
    public static int? PaceZone(double metresPerSecond, FakeAthlete athlete) =>
        1 + FindPaceBounds(athlete)?.Count(bound => metresPerSecond >= bound);

    /// <summary>Meters per second where the second to the last zone begin; null for athletes without a race time.</summary>
    public static IReadOnlyList<double>? FindPaceBounds(FakeAthlete athlete)
    {
        if (athlete.FiveKilometres is not { } time)
        {
            return null;
        }

        var race = 5000 / time.TotalSeconds;
        return [.. PaceBounds.Select(bound => bound * race)];
    }

    public static ImmutableArray<TimeSpan> PaceTimes(Activity recording, IReadOnlyList<double> bounds) =>
        ZoneAnalysis.ComputeTimes(FindSpeeds(recording.Streams), recording.Streams, [.. bounds]);

    /// <summary>Meters per second, as recorded, or between each point and the one before it.</summary>
    private static ImmutableArray<float> FindSpeeds(ActivityStreams streams)
    {
        if (!streams.Speed.IsEmpty)
        {
            return streams.Speed;
        }

        var timeline = Timeline.FromStreams(streams);
        return [.. Enumerable.Range(0, timeline.Count).Select(SpeedAt)];

        float SpeedAt(int point)
        {
            var seconds = point == 0 ? 0 : timeline.Seconds[point] - timeline.Seconds[point - 1];
            return seconds > 0 ? (float)((timeline.Meters[point] - timeline.Meters[point - 1]) / seconds) : float.NaN;
        }
    }
}
