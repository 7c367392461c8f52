using System.Collections.Immutable;
using System.Text.Json;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Oracles;

/// <summary>Our FIT reader, compared with Garmin's official SDK for JavaScript, message by message and field by field.</summary>
/// <remarks>
/// Where the two disagree, and which one we follow:
/// - compressed timestamp headers: the JavaScript SDK gives up ("not currently supported"). The C# SDK reads them, and so do we.
/// - a stream with an invalid message: all stop, and the messages before it count.
/// - hr messages: the SDK keeps them separate by default; we add them to points without a heart rate.
/// - a single session without a sport has that of the sport message; the SDK shows each message separately.
/// </remarks>
public sealed class FitSdkTests(FitSdk sdk) : IClassFixture<FitSdk>
{
    private const double DegreesPerSemicircle = 180.0 / 0x80000000;

    public static TheoryData<string> Files => Corpus.Entries("fit");

    [Theory]
    [MemberData(nameof(Files))]
    public void Records(string path)
    {
        var (activities, isComplete) = Read(path);
        var points = activities.SelectMany(activity =>
            Enumerable.Range(0, activity.Streams.Count).Select(i => (Activity: activity, Streams: activity.Streams, i))).ToArray();
        var records = sdk.Messages(path, "record");
        Assert.True(
            isComplete ? records.Length == points.Length : records.Length <= points.Length,
            $"{records.Length} records, {points.Length} points");
        for (var n = 0; n < records.Length; n++)
        {
            var (activity, streams, i) = points[n];
            var record = records[n];
            Same(Time(record, "timestamp"), streams.TimeOf(i)?.ToUnixTimeSeconds(), 0, "time", n);
            var latitude = Number(record, "positionLat");
            var longitude = Number(record, "positionLong");
            Same(
                longitude is null ? null : latitude * DegreesPerSemicircle,
                streams.HasPosition(i) ? streams.Latitude[i] : null,
                1e-9, "latitude", n);
            Same(
                latitude is null ? null : longitude * DegreesPerSemicircle,
                streams.HasPosition(i) ? streams.Longitude[i] : null,
                1e-9, "longitude", n);
            Same(Number(record, "enhancedAltitude") ?? Number(record, "altitude"), At(streams.Altitude, i), 1e-3, "altitude", n);
            Same(Number(record, "enhancedSpeed") ?? Number(record, "speed"), At(streams.Speed, i), 1e-3, "speed", n);
            Same(
                Number(record, "distance"),
                streams.Distance.IsEmpty || double.IsNaN(streams.Distance[i]) ? null : streams.Distance[i],
                1e-6, "distance", n);
            Same(Number(record, "cadence"), At(streams.Cadence, i), 0, "cadence", n);
            Same(Number(record, "power"), At(streams.Power, i), 0, "power", n);
            Same(Number(record, "temperature"), At(streams.Temperature, i), 0, "temperature", n);
            if (Number(record, "heartRate") is { } beats || activity.HeartRateSamples.IsEmpty)
            {
                Same(Number(record, "heartRate"), At(streams.HeartRate, i), 0, "heart rate", n);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Laps_lengths_sets_and_splits_match_the_SDK(string path)
    {
        var (activities, isComplete) = Read(path);
        Each(path, "lap", activities.SelectMany(activity => activity.Laps), isComplete && activities.Count > 0, (message, lap, n) =>
        {
            Same(Time(message, "startTime"), lap.StartTime?.ToUnixTimeSeconds(), 0, "start", n);
            Same(Number(message, "totalElapsedTime"), lap.ElapsedTime?.TotalSeconds, 1e-6, "elapsed time", n);
            Same(Number(message, "totalTimerTime"), lap.TimerTime?.TotalSeconds, 1e-6, "timer time", n);
            Same(Number(message, "totalDistance"), lap.Distance, 1e-6, "distance", n);
            Same(Number(message, "totalAscent"), lap.TotalAscent, 0, "ascent", n);
            Same(Number(message, "totalCalories"), lap.Calories, 0, "calories", n);
        });
        Each(path, "length", activities.SelectMany(activity => activity.Lengths), isComplete, (message, length, n) =>
        {
            Same(Time(message, "startTime"), length.StartTime?.ToUnixTimeSeconds(), 0, "start", n);
            Same(Number(message, "totalElapsedTime"), length.ElapsedTime?.TotalSeconds, 1e-6, "elapsed time", n);
            Same(Number(message, "totalTimerTime"), length.TimerTime?.TotalSeconds, 1e-6, "timer time", n);
            Same(Number(message, "totalStrokes"), length.Strokes, 0, "strokes", n);
            Assert.Equal(Number(message, "lengthType") != 0, length.IsActive);
        });
        Each(path, "set", activities.SelectMany(activity => activity.Sets), isComplete, (message, set, n) =>
        {
            Same(Time(message, "startTime"), set.StartTime?.ToUnixTimeSeconds(), 0, "start", n);
            Same(Number(message, "duration"), set.Duration?.TotalSeconds, 1e-6, "duration", n);
            Same(Number(message, "repetitions"), set.Repetitions, 0, "repetitions", n);
            Same(Number(message, "weight"), set.Weight, 1e-6, "weight", n);
            Assert.Equal(Number(message, "setType") == 0, set.IsRest);
        });
        Each(path, "split", activities.SelectMany(activity => activity.Splits), isComplete, (message, split, n) =>
        {
            Same(Time(message, "startTime"), split.StartTime?.ToUnixTimeSeconds(), 0, "start", n);
            Same(Number(message, "totalElapsedTime"), split.ElapsedTime?.TotalSeconds, 1e-6, "elapsed time", n);
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Sessions_and_the_offset_of_the_clock_match_the_SDK(string path)
    {
        var (activities, isComplete) = Read(path);
        var sessions = sdk.Messages(path, "session");
        Assert.True(!isComplete || sessions.Length == activities.Count || (sessions.Length == 0 && activities.Count <= 1));
        for (var n = 0; n < sessions.Length; n++)
        {
            Same(Time(sessions[n], "startTime"), activities[n].StartTime?.ToUnixTimeSeconds(), 0, "start", n);
            Same(Number(sessions[n], "totalElapsedTime"), activities[n].ElapsedTime?.TotalSeconds, 1e-6, "elapsed time", n);
            Same(Number(sessions[n], "totalTimerTime"), activities[n].TimerTime?.TotalSeconds, 1e-6, "timer time", n);
            Same(Number(sessions[n], "totalDistance"), activities[n].Distance, 1e-6, "distance", n);
            Same(Number(sessions[n], "totalCalories"), activities[n].Calories, 0, "calories", n);
            Same(Number(sessions[n], "totalAscent"), activities[n].TotalAscent, 0, "ascent", n);
            Same(Number(sessions[n], "poolLength"), activities[n].PoolLength, 1e-6, "pool length", n);
            var figures = activities[n].Figures;
            Same(Number(sessions[n], "totalDescent"), figures.TotalDescent, 0, "descent", n);
            Same(Number(sessions[n], "enhancedAvgSpeed")
                ?? Number(sessions[n], "avgSpeed"), figures.AverageSpeed, 1e-6, "average speed", n);
            Same(Number(sessions[n], "enhancedMaxSpeed") ?? Number(sessions[n], "maxSpeed"), figures.MaxSpeed, 1e-6, "top speed", n);
            Same(Number(sessions[n], "avgHeartRate"), figures.AverageHeartRate, 0, "heart rate", n);
            Same(Number(sessions[n], "avgCadence"), figures.AverageCadence, 0, "cadence", n);
            Same(Number(sessions[n], "avgTemperature"), figures.AverageTemperature, 0, "temperature", n);
            Same(Number(sessions[n], "totalWork"), figures.TotalWork, 0, "work", n);
            Same(Number(sessions[n], "totalCycles"), figures.TotalCycles, 0, "cycles", n);
            Same(Number(sessions[n], "avgStepLength") / 1000, figures.AverageStepLength, 1e-9, "step length", n);
            Same(Number(sessions[n], "numLaps"), figures.LapCount, 0, "laps", n);
        }

        if (isComplete && sdk.Messages(path, "activity") is [.., var last]
            && Number(last, "localTimestamp") - Number(last, "timestamp") is { } offset && activities.Count > 0 && offset % 900 == 0)
        {
            Assert.Equal(offset, activities[0].StartTime!.Value.Offset.TotalSeconds);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Integrity(string path)
    {
        FitSdk.Require();
        var content = File(path).ReadContent(TestContext.Current.CancellationToken);
        Assert.Equal(sdk.Messages(path, "end")[0].GetProperty("integrity").GetBoolean(),
            content.Findings.All(finding => finding.RuleId != "FIT0101"));
    }

    private void Each<T>(string path, string kind, IEnumerable<T> ours, bool isComplete, Action<JsonElement, T, int> compare)
    {
        var messages = sdk.Messages(path, kind);
        var items = ours.ToArray();
        Assert.True(!isComplete || messages.Length == items.Length, $"{messages.Length} {kind} messages, {items.Length} of ours");
        for (var n = 0; n < Math.Min(messages.Length, items.Length); n++)
        {
            compare(messages[n], items[n], n);
        }
    }

    private (IReadOnlyList<Activity> Activities, bool IsComplete) Read(string path)
    {
        FitSdk.Require();
        return (File(path).ReadContent(TestContext.Current.CancellationToken).Activities,
            sdk.Messages(path, "end")[0].GetProperty("errors").GetArrayLength() == 0);
    }

    private static ActivityFile File(string path) => ActivityFile.FromBytes(Path.GetFileName(path), Corpus.Read(path));

    private static double? At(ImmutableArray<float> stream, int point)
    {
        if (stream.IsEmpty || float.IsNaN(stream[point]))
        {
            return null;
        }

        return stream[point];
    }

    /// <summary>A number, or the first of an array.</summary>
    private static double? Number(JsonElement message, string name)
    {
        if (!message.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.GetDouble();
        }

        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Number)
        {
            return value[0].GetDouble();
        }

        return null;
    }

    private static double? Time(JsonElement message, string name) =>
        Number(message, name) + new DateTimeOffset(1989, 12, 31, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    private static void Same(double? expected, double? actual, double tolerance, string what, int n) =>
        Assert.True(expected is null ? actual is null : Math.Abs(expected.Value - (actual ?? double.NaN)) <= tolerance
            + (1e-6 * Math.Abs(expected.Value) * Math.Sign(tolerance)), $"{what} of message {n}: {expected} there, {actual} here");
}
