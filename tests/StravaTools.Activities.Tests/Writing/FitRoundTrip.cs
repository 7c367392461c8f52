using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>The data that FIT stores in addition to points.</summary>
internal static class FitRoundTrip
{
    private const double Millisecond = 0.00051;
    private const double HalfSecond = 0.500001;

    public static void Compare(Activity expected, Activity actual)
    {
        Assert.Equal(expected.SportType, actual.SportType);
        if (expected.ElapsedTime is not null)
        {
            Span(expected.ElapsedTime, actual.ElapsedTime, "elapsed time");
        }

        Span(expected.TimerTime, actual.TimerTime, "timer time");
        RoundTrip.Near(expected.Distance, actual.Distance, 0.0051, "distance");
        RoundTrip.Near(expected.TotalAscent, actual.TotalAscent, 0.5, "ascent");
        RoundTrip.Near(expected.Calories, actual.Calories, 0.5, "calories");
        RoundTrip.Near(expected.PoolLength, actual.PoolLength, 0.0051, "pool length");
        Figures(expected.Figures, actual.Figures);
        Assert.Equal(expected.Figures.LapCount ?? expected.Laps.Length, actual.Figures.LapCount);
        if (expected.TimeCreated is not null)
        {
            Time(expected.TimeCreated, actual.TimeCreated);
        }

        Assert.Equal(expected.CustomFields.OrderBy(field => field.Key, StringComparer.Ordinal),
            actual.CustomFields.OrderBy(field => field.Key, StringComparer.Ordinal));
        All(expected.Laps, actual.Laps, (lap, other) =>
        {
            Time(lap.StartTime, other.StartTime);
            Span(lap.ElapsedTime, other.ElapsedTime, "lap");
            Span(lap.TimerTime, other.TimerTime, "lap's timer");
            RoundTrip.Near(lap.Distance, other.Distance, 0.0051, "lap's distance");
            RoundTrip.Near(lap.TotalAscent, other.TotalAscent, 0.5, "lap's ascent");
            RoundTrip.Near(lap.Calories, other.Calories, 0.5, "lap's calories");
        });
        All(expected.Lengths, actual.Lengths, (length, other) =>
        {
            Time(length.StartTime, other.StartTime);
            Span(length.ElapsedTime, other.ElapsedTime, "length");
            Span(length.TimerTime, other.TimerTime, "length's timer");
            Assert.Equal((length.IsActive, length.SwimStroke, length.Strokes), (other.IsActive, other.SwimStroke, other.Strokes));
            Assert.Equal(length.EventType ?? "stop", other.EventType);
        });
        All(expected.Splits, actual.Splits, (split, other) =>
        {
            Time(split.StartTime, other.StartTime);
            Span(split.ElapsedTime, other.ElapsedTime, "split");
            // One corpus file has 10500 for a split type, which is a byte.
            Assert.Equal(split.Type?.Length > 3 && char.IsAsciiDigit(split.Type[0]) ? null : split.Type, other.Type);
        });
        All(expected.TimerEvents, actual.TimerEvents, (timer, other) =>
        {
            Time(timer.Time, other.Time);
            Assert.Equal((timer.Started, timer.Trigger), (other.Started, other.Trigger));
        });
        All(expected.HeartRateSamples, actual.HeartRateSamples, (sample, other) =>
        {
            RoundTrip.Near(sample.Time, other.Time, 0.00055);
            Assert.Equal(sample.HeartRate, other.HeartRate);
        });
        All(expected.Sets, actual.Sets, Set);
    }

    private static void Figures(SessionFigures expected, SessionFigures actual)
    {
        RoundTrip.Near(expected.TotalDescent, actual.TotalDescent, 0.5, "descent");
        RoundTrip.Near(expected.AverageSpeed, actual.AverageSpeed, 0.00051, "average speed");
        RoundTrip.Near(expected.MaxSpeed, actual.MaxSpeed, 0.00051, "top speed");
        RoundTrip.Near(expected.AverageHeartRate, actual.AverageHeartRate, 0.5, "heart rate");
        RoundTrip.Near(expected.AverageCadence, actual.AverageCadence, 0.5, "cadence");
        RoundTrip.Near(expected.AverageTemperature, actual.AverageTemperature, 0.5, "temperature");
        RoundTrip.Near(expected.TotalWork, actual.TotalWork, 0.5, "work");
        RoundTrip.Near(expected.TotalCycles, actual.TotalCycles, 0.5, "cycles");
        RoundTrip.Near(expected.AverageStepLength, actual.AverageStepLength, 0.000051, "step length");
    }

    private static void Set(WorkoutSet set, WorkoutSet other)
    {
        Time(set.StartTime, other.StartTime);
        Span(set.Duration, other.Duration, "set");
        Assert.Equal((set.Repetitions, set.IsRest), (other.Repetitions, other.IsRest));
        RoundTrip.Near(set.Weight, other.Weight, 1 / 32.0, "weight");
        if (set.ExerciseType is null || char.IsAsciiDigit(set.ExerciseType[0]))
        {
            Assert.Equal(set.ExerciseType, other.ExerciseType);
        }
    }

    private static void All<T>(IReadOnlyCollection<T> expected, IReadOnlyCollection<T> actual, Action<T, T> compare)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (one, other) in expected.Zip(actual))
        {
            compare(one, other);
        }
    }

    private static void Time(DateTimeOffset? expected, DateTimeOffset? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is not null)
        {
            RoundTrip.Near(expected.Value, actual!.Value, HalfSecond);
        }
    }

    private static void Span(TimeSpan? expected, TimeSpan? actual, string what) =>
        RoundTrip.Near(expected?.TotalSeconds, actual?.TotalSeconds, Millisecond, what);
}
