using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats;

/// <summary>
/// Single values that a format cannot store although it has a place for their kind: a power of 70,000 W does not fit into the 16 bits of
/// FIT. Writing the activity and reading it back finds them all.
/// </summary>
internal static class ValueLosses
{
    private static readonly (ActivityParts Part, string Name, Func<Activity, int> Count)[] Values =
    [
        (ActivityParts.None, "times", activity => activity.Streams.CountTimes()),
        (ActivityParts.Position, "positions", activity => activity.Streams.Positions()),
        (ActivityParts.Altitude, "altitudes", activity => activity.Streams.Altitude.Count(float.IsFinite)),
        (ActivityParts.Distance, "distances", activity => activity.Streams.Distance.Count(double.IsFinite)),
        (ActivityParts.Speed, "speeds", activity => activity.Streams.Speed.Count(float.IsFinite)),

        // 0 means that the strap has no contact, and GPX and TCX do not allow it.
        (ActivityParts.None, "heart rates", activity => activity.Streams.HeartRate.Count(beats => float.IsFinite(beats) && beats != 0)),
        (ActivityParts.Cadence, "cadences", activity => activity.Streams.Cadence.Count(float.IsFinite)),
        (ActivityParts.Power, "power values", activity => activity.Streams.Power.Count(float.IsFinite)),
        (ActivityParts.Temperature, "temperatures", activity => activity.Streams.Temperature.Count(float.IsFinite)),
        (ActivityParts.Laps, "starts of laps", activity => activity.Laps.Count(lap => lap.StartTime is not null)),
        (ActivityParts.Laps, "elapsed times of laps", activity => activity.Laps.Count(lap => lap.ElapsedTime is not null)),
        (ActivityParts.Laps, "distances of laps", activity => activity.Laps.Count(lap => lap.Distance is not null)),
        (ActivityParts.Laps, "calories of laps", activity => activity.Laps.Count(lap => lap.Calories > 1)),
        (ActivityParts.TimerTime, "times of laps without pauses", activity => activity.Laps.Count(lap => lap.TimerTime is not null)),
        (ActivityParts.TotalAscent, "ascents of laps", activity => activity.Laps.Count(lap => lap.TotalAscent is not null)),
        (ActivityParts.PoolLengths, "times of pool lengths", activity => activity.Lengths.Count(length => length.ElapsedTime is not null)),
        (ActivityParts.PoolLengths, "strokes of pool lengths", activity => activity.Lengths.Count(length => length.Strokes is not null)),
        (ActivityParts.Sets, "sets", activity => activity.Sets.Count(set => !set.IsRest)),
        (ActivityParts.Sets, "exercises", activity => activity.Sets.Count(set => set.ExerciseType is not null)),
        (ActivityParts.Sets, "repetitions", activity => activity.Sets.Count(set => set.Repetitions is not null)),
        (ActivityParts.Sets, "weights", activity => activity.Sets.Count(set => set.Weight is not null)),
        (ActivityParts.Sets, "durations of sets", activity => activity.Sets.Count(set => set.Duration is not null)),
        (ActivityParts.Sets, "starts of sets", activity => activity.Sets.Count(set => set.StartTime is not null)),
        (ActivityParts.Figures, "distances of the activity", activity => Present(activity.Distance)),
        (ActivityParts.TotalAscent, "ascents of the activity", activity => Present(activity.TotalAscent)),
        (ActivityParts.PoolSize, "lengths of the pool", activity => Present(activity.PoolLength)),
        (ActivityParts.Figures, "averages and totals of the device", activity => CountFigures(activity.Figures)),
    ];

    /// <summary>Such as "3 of 200 heart rates"; nothing if the activity cannot be written.</summary>
    public static IEnumerable<string> DescribeLosses(IActivityFormat format, Activity activity)
    {
        if (ReadBack(format, activity) is not { } actual)
        {
            yield break;
        }

        var written = activity with { Streams = SelectWritten(format, activity.Streams) };
        var losesSets = false;
        foreach (var (part, name, count) in Values)
        {
            var all = count(written);
            var lost = all - count(actual);
            if (lost <= 0 || !format.WrittenParts.HasFlag(part) || (losesSets && part == ActivityParts.Sets))
            {
                continue;
            }

            // A set that is not written takes its values along.
            losesSets |= part == ActivityParts.Sets;
            yield return MessageText.Format($"{lost:N0} of {all:N0} {name}");
        }
    }

    private static Activity? ReadBack(IActivityFormat format, Activity activity)
    {
        using var stream = new MemoryStream();
        try
        {
            format.CheckWritable([activity]);
        }
        catch (ActivityWriteException)
        {
            return null;
        }

        format.WriteActivities(stream, [activity], CancellationToken.None);
        var content = new FileContent(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        return format.ReadActivities(content, new FindingCollector(), CancellationToken.None)[0];
    }

    /// <summary>The points that the format can store. The losses name the others.</summary>
    private static ActivityStreams SelectWritten(IActivityFormat format, ActivityStreams streams)
    {
        var needsPosition = !format.WrittenParts.HasFlag(ActivityParts.PointsWithoutPosition);
        var needsTime = !format.WrittenParts.HasFlag(ActivityParts.PointsWithoutTime);
        var points = Enumerable.Range(0, streams.Count)
            .Where(point => (!needsPosition || streams.HasPosition(point)) && (!needsTime || streams.InstantOf(point) is not null))
            .ToArray();
        return points.Length == streams.Count ? streams : streams.SelectPoints(points);
    }

    private static int CountFigures(SessionFigures figures)
    {
        double?[] all =
        [
            figures.TotalDescent, figures.AverageSpeed, figures.MaxSpeed, figures.AverageHeartRate, figures.AverageCadence,
            figures.AverageTemperature, figures.TotalWork, figures.TotalCycles, figures.AverageStepLength,
        ];
        return all.Sum(Present);
    }

    private static int Present(double? value) => value is null ? 0 : 1;
}
