using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Pages;

/// <summary>Makes the traces of an activity.</summary>
internal static class TraceReader
{
    /// <summary>The key of the altitude.</summary>
    public const string Altitude = "altitude";

    private const double KilometersPerHour = 3.6;
    private const float LowestHeartRate = 30;

    /// <summary>The traces that have values, from top to bottom.</summary>
    public static IReadOnlyList<Trace> ReadTraces(ActivityMeasures measures, TrackRows rows)
    {
        var streams = measures.Activity.Streams;
        var isFoot = SportKinds.IsOnFoot(measures.SportType);
        Trace?[] traces =
        [
            Create(Altitude, "Altitude", "m", rows.Average(streams.Altitude), values => TraceAxis.AroundValues(values, 20)),
            CreateSpeed(SpeedRows(streams, rows), isFoot),
            Create("heart", "Heart rate", "bpm", rows.Average(streams.HeartRate), CreateHeartAxis),
            Create("power", "Power", "W", rows.Average(streams.Power), values => TraceAxis.FromZero(values, 50)),
            CreateCadence(rows.Average(streams.Cadence), isFoot),
        ];
        double?[] averages =
        [
            null, measures.AverageSpeed * KilometersPerHour, measures.AverageHeartRate, measures.AveragePower,
            measures.AverageCadence * CyclesOf(isFoot),
        ];
        return [.. traces.Zip(averages, AddNote).OfType<Trace>()];
    }

    private static Trace? AddNote(Trace? trace, double? average)
    {
        if (trace is null)
        {
            return null;
        }

        List<string> facts = [];
        if (average is { } known)
        {
            facts.Add($"average {trace.FormatValue(known)}");
        }

        float[] values = [.. trace.Rows.Where(float.IsFinite)];
        if (trace.IsArea)
        {
            facts.Add($"minimum {trace.FormatValue(values.Min())}");
        }

        facts.Add($"{(trace.Format == TraceUnit.Pace ? "fastest" : "maximum")} {trace.FormatValue(values.Max())}");
        return trace with { Note = string.Join(", ", facts) };
    }

    private static Trace? Create(string key, string title, string unit, float[] rows, Func<float[], TraceAxis> axis)
    {
        if (!rows.Any(float.IsFinite))
        {
            return null;
        }

        return new Trace(key, title, unit, rows, axis(rows));
    }

    /// <summary>Without the zeros that a strap without contact sends.</summary>
    private static TraceAxis CreateHeartAxis(float[] rows) => TraceAxis.AroundValues(rows.Where(rate => rate >= LowestHeartRate), 20);

    private static Trace? CreateSpeed(float[] rows, bool isFoot)
    {
        if (!rows.Any(speed => speed > 0))
        {
            return null;
        }

        var plausible = TraceAxis.KeepPlausibleSpeeds(rows);
        if (isFoot)
        {
            return new Trace("speed", "Pace", "min/km", rows, TraceAxis.ForPace(plausible)) { Format = TraceUnit.Pace };
        }

        return new Trace("speed", "Speed", "km/h", rows, TraceAxis.FromZero(plausible, 5)) { Decimals = 1 };
    }

    private static Trace? CreateCadence(float[] rows, bool isFoot)
    {
        if (!isFoot)
        {
            return Create("cadence", "Cadence", "rpm", rows, values => TraceAxis.FromZero(values, 20));
        }

        var steps = rows.Select(value => (float)(value * CyclesOf(isFoot))).ToArray();
        return Create("cadence", "Cadence", "spm", steps, values => TraceAxis.AroundValues(values.Where(step => step > 0), 40));
    }

    /// <summary>Files count one leg.</summary>
    private static double CyclesOf(bool isFoot) => isFoot ? 2 : 1;

    private static float[] SpeedRows(ActivityStreams streams, TrackRows rows)
    {
        var speeds = streams.Speed.IsEmpty ? ImmutableArray.Create(ComputeSpeeds(Timeline.FromStreams(streams))) : streams.Speed;
        return [.. rows.Average(speeds).Select(speed => (float)(speed * KilometersPerHour))];
    }

    /// <summary>Meters per second over some ten seconds around each point: over less, positions are too inexact.</summary>
    private static float[] ComputeSpeeds(Timeline timeline)
    {
        const double HalfWindow = 5;
        var speeds = new float[timeline.Count];
        var (from, to) = (0, 0);
        for (var point = 0; point < speeds.Length; point++)
        {
            while (from + 1 < point && timeline.Seconds[from + 1] <= timeline.Seconds[point] - HalfWindow)
            {
                from++;
            }

            while (to + 1 < speeds.Length && (to <= point || timeline.Seconds[to] < timeline.Seconds[point] + HalfWindow))
            {
                to++;
            }

            var seconds = timeline.Seconds[to] - timeline.Seconds[from];
            speeds[point] = seconds > 0 ? (float)((timeline.Meters[to] - timeline.Meters[from]) / seconds) : float.NaN;
        }

        return speeds;
    }
}
