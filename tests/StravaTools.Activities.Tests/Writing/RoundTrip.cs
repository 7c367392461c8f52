using System.Collections.Immutable;
using System.Globalization;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>Writes activities, reads them back, and compares the two within the format's resolution.</summary>
internal static class RoundTrip
{
    public static ActivityFile Write(ActivityFileFormat format, IReadOnlyList<Activity> activities, bool gzip = false)
    {
        using var stream = new MemoryStream();
        ActivityWriter.Write(stream, format, activities, gzip, TestContext.Current.CancellationToken);
        return ActivityFile.FromBytes("written." + Extension(format) + (gzip ? ".gz" : ""), stream.ToArray());
    }

    public static void Check(ActivityFileFormat format, params IReadOnlyList<Activity> activities)
    {
        var file = Write(format, activities);
        Assert.Equal(format, file.Format);
        var content = file.ReadContent(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(content.Findings, finding => finding.Severity == Severity.Error && !IsOfTheActivity(finding));
        Assert.Equal(activities.Count, content.Activities.Count);
        for (var i = 0; i < activities.Count; i++)
        {
            Compare(format, activities[i], content.Activities[i]);
        }
    }

    public static void Compare(ActivityFileFormat format, Activity expected, Activity actual)
    {
        var resolution = Resolution.Of(format);
        Assert.Equal(expected.Creator is { } creator ? resolution.Text(creator) : "StravaTools", actual.Creator);
        ComparePoints(resolution, expected, actual.Streams);
        if (format != ActivityFileFormat.Gpx)
        {
            Near(Start(format, expected)!.Value, actual.StartTime!.Value, resolution.Seconds);
        }

        if (resolution.HasOffset)
        {
            Assert.Equal(expected.StartTime?.Offset ?? TimeSpan.Zero, actual.StartTime!.Value.Offset);
        }

        switch (format)
        {
            case ActivityFileFormat.Gpx:
                var name = expected.Name is null ? "" : resolution.Text(expected.Name).Trim();
                Assert.Equal(name.Length == 0 ? null : name, actual.Name);
                break;
            case ActivityFileFormat.Tcx:
                CompareTcx(expected, actual);
                break;
            case ActivityFileFormat.StrengthJson:
                CompareStrength(expected, actual);
                break;
            default:
                FitRoundTrip.Compare(expected, actual);
                break;
        }
    }

    public static string Extension(ActivityFileFormat format) =>
        format == ActivityFileFormat.StrengthJson ? "json" : format.ToString().ToLowerInvariant();

    public static void Near(DateTimeOffset expected, DateTimeOffset actual, double seconds) =>
        Assert.True(Math.Abs((expected - actual).TotalSeconds) <= seconds, $"{expected:o} became {actual:o}");

    public static void Near(double? expected, double? actual, double tolerance, string what)
    {
        var isNear = expected is null ? actual is null : actual is not null
            && Math.Abs(expected.Value - actual.Value) <= tolerance + (1e-15 * Math.Abs(expected.Value));
        Assert.True(isNear, $"{what}: {expected} became {actual}");
    }

    private static bool IsOfTheActivity(Finding finding) =>
        finding.RuleId.EndsWith("0102", StringComparison.Ordinal) || finding.RuleId.StartsWith("GEN", StringComparison.Ordinal);

    /// <summary>A TCX activity begins with its earliest point.</summary>
    private static DateTimeOffset? Start(ActivityFileFormat format, Activity activity) =>
        format == ActivityFileFormat.Tcx ? Times(activity).Min() : activity.StartTime ?? activity.Streams.Origin;

    private static IEnumerable<DateTimeOffset> Times(Activity activity) =>
        Enumerable.Range(0, activity.Streams.Count).Select(activity.Streams.TimeOf).OfType<DateTimeOffset>();

    private static void ComparePoints(Resolution resolution, Activity expected, ActivityStreams actual)
    {
        var streams = expected.Streams;
        var hasHeartRate =
            Enumerable.Range(0, streams.Count).Any(point => At(streams.HeartRate, point) >= -0.5 && streams.TimeOf(point) is not null);
        var points = Enumerable.Range(0, streams.Count).Where(point => resolution.Keeps(streams, point, hasHeartRate)).ToArray();
        Assert.Equal(points.Length, actual.Count);
        for (var i = 0; i < points.Length; i++)
        {
            var point = points[i];
            var time = streams.TimeOf(point);
            Assert.Equal(time is null, actual.TimeOf(i) is null);
            if (time is not null)
            {
                Near(time.Value, actual.TimeOf(i)!.Value, resolution.Seconds);
            }

            var hasPosition = resolution.Degrees > 0 && streams.HasPosition(point);
            Near(
                hasPosition ? At(streams.Latitude, point) : null,
                actual.HasPosition(i) ? At(actual.Latitude, i) : null,
                resolution.Degrees, "latitude");
            Near(
                hasPosition ? Half(At(streams.Longitude, point)) : null,
                actual.HasPosition(i) ? Half(At(actual.Longitude, i)) : null,
                resolution.Degrees, "longitude");
            foreach (var (name, stream, tolerance, smallest, largest) in resolution.Streams)
            {
                var value = At(stream(streams), point);
                if (name == "heart rate" && !(value >= smallest && value <= largest) && !expected.HeartRateSamples.IsEmpty)
                {
                    // Reading fills it from the samples.
                    continue;
                }

                Near(value >= smallest && value <= largest ? value : null, At(stream(actual), i), tolerance, $"{name} of point {point}");
            }

            Near(
                At(streams.Distance, point) is { } metres && resolution.KeepsDistance(metres) ? metres : null,
                At(actual.Distance, i), resolution.Metres, "distance");
        }
    }

    /// <summary>180 east is 180 west.</summary>
    private static double? Half(double? longitude) =>
        longitude is { } degrees && Math.Abs(degrees - 180) < 1e-7 ? degrees - 360 : longitude;

    private static double? At(ImmutableArray<double> stream, int point) =>
        stream.IsEmpty || !double.IsFinite(stream[point]) ? null : stream[point];

    private static double? At(ImmutableArray<float> stream, int point) =>
        stream.IsEmpty || !float.IsFinite(stream[point]) ? null : stream[point];

    private static void CompareTcx(Activity expected, Activity actual)
    {
        if (Times(expected).Max() > Times(expected).Min())
        {
            Near((Times(expected).Max() - Times(expected).Min()).TotalSeconds, actual.ElapsedTime?.TotalSeconds, 6e-7, "elapsed time");
        }

        if (!ActivityWriter.LossesOf(ActivityFileFormat.Tcx, expected).Any(loss => loss.Contains("calories", StringComparison.Ordinal)))
        {
            Near(expected.Calories ?? actual.Calories, actual.Calories, Math.Max(1, expected.Laps.Length), "calories");
        }

        Assert.Equal(Math.Max(expected.Laps.Length, 1), actual.Laps.Length);
        for (var i = 0; i < expected.Laps.Length; i++)
        {
            var lap = expected.Laps[i];
            Near((lap.ElapsedTime ?? lap.TimerTime ?? TimeSpan.Zero).TotalSeconds, actual.Laps[i].ElapsedTime?.TotalSeconds, 1e-6, "lap");
            if ((lap.Distance ?? (expected.Laps.Length == 1 ? expected.Distance : null)) is { } metres)
            {
                Near(metres, actual.Laps[i].Distance, 1e-9, "lap's distance");
            }

            if (lap.StartTime is { } start)
            {
                Near(start, actual.Laps[i].StartTime!.Value, 0);
            }
        }
    }

    private static void CompareStrength(Activity expected, Activity actual)
    {
        var sets = expected.Sets.Where(set => !set.IsRest && HasExercise(set.ExerciseType)).ToArray();
        Assert.Equal(sets.Length, actual.Sets.Length);
        foreach (var (set, other) in sets.Zip(actual.Sets))
        {
            if (!char.IsAsciiDigit(set.ExerciseType![0]))
            {
                Assert.Equal(set.ExerciseType, other.ExerciseType);
            }

            Assert.Equal(set.Repetitions, other.Repetitions);
            Near(set.Weight, other.Weight, 1e-9, "weight");
            Near(set.Duration?.TotalSeconds, other.Duration?.TotalSeconds, 0.5, "duration");
            Near(set.StartTime?.ToUnixTimeMilliseconds(), other.StartTime?.ToUnixTimeMilliseconds(), 0, "start");
        }

        Near(expected.ElapsedTime?.TotalSeconds, actual.ElapsedTime?.TotalSeconds, 0.5, "elapsed time");
        Near(expected.TimerTime?.TotalSeconds, actual.TimerTime?.TotalSeconds, 0.5, "active time");
        Near(expected.Calories, actual.Calories, 0.5, "calories");
    }

    private static bool HasExercise(string? exercise) => exercise is { Length: > 0 }
        && (!char.IsAsciiDigit(exercise[0]) || int.Parse(exercise.Split('/')[0], CultureInfo.InvariantCulture) < 32);
}
