using System.Text.Json;
using StravaTools.Activities.Model;
using Names = StravaTools.Activities.Formats.StrengthJson.StrengthJsonNames;

namespace StravaTools.Activities.Formats.StrengthJson;

/// <summary>Writes a strength workout as strava-uploads.md, "JSON - Strength Training (Limited)", defines it.</summary>
internal static class StrengthJsonWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public static void CheckWritable(IReadOnlyList<Activity> activities)
    {
        var activity = WriteChecks.RequireOneActivity(activities, "Strength JSON");
        WriteChecks.RequireStartTime(activity, "Strength JSON");
        if (activity.ElapsedTimeOf() is null)
        {
            throw new ActivityWriteException("Strength JSON requires elapsed_time, but the activity has no elapsed time.");
        }

        if (!WritableSets(activity).Any())
        {
            throw new ActivityWriteException("Strength JSON requires at least one set with an exercise, but the activity has none.");
        }
    }

    public static void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var activity = activities[0];
        var start = activity.StartTimeOf()!.Value;
        using var json = new Utf8JsonWriter(destination, Options);
        json.WriteStartObject();
        json.WriteString(Names.Version, "1.0");
        json.WriteString(Names.StartTime, InvariantText.FormatTime(start));
        json.WriteNumber(Names.UtcOffset, (int)start.Offset.TotalSeconds);
        json.WriteNumber(Names.ElapsedTime, RoundToWhole(activity.ElapsedTimeOf()!.Value.TotalSeconds));
        WriteNumber(json, Names.ActiveTime, activity.TimerTime?.TotalSeconds);
        WriteNumber(json, Names.TotalCalories, activity.Calories);
        json.WriteStartObject(Names.Creator);
        json.WriteString(Names.Name, activity.Creator ?? InvariantText.Creator);
        json.WriteEndObject();
        WriteStreams(json, activity.Streams, start, cancellationToken);
        WriteSets(json, activity);
        json.WriteEndObject();
    }

    /// <summary>The format has no rests, and requires an exercise.</summary>
    private static IEnumerable<(WorkoutSet Set, string Exercise)> WritableSets(Activity activity)
    {
        foreach (var set in activity.Sets)
        {
            if (!set.IsRest && set.StravaExercise is { } exercise)
            {
                yield return (set, exercise);
            }
        }
    }

    private static void WriteSets(Utf8JsonWriter json, Activity activity)
    {
        json.WriteStartArray(Names.Sets);
        foreach (var (set, exercise) in WritableSets(activity))
        {
            json.WriteStartObject();
            json.WriteString(Names.ExerciseType, exercise);
            WriteNumber(json, Names.Repetitions, set.Repetitions);
            if (set.Weight is { } weight && double.IsFinite(weight))
            {
                json.WriteNumber(Names.Weight, weight);
            }

            WriteNumber(json, Names.Duration, set.Duration?.TotalSeconds);
            if (set.StartTime is { } start)
            {
                json.WriteString(Names.StartTime, InvariantText.FormatTime(start));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>
    /// An array has a number for each point or is absent. So if some points have a heart rate, the others are
    /// left out: they have no other values.
    /// </summary>
    private static void WriteStreams(
        Utf8JsonWriter json, ActivityStreams streams, DateTimeOffset start, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var points = Enumerable.Range(0, streams.Count)
            .Select(point => (Time: streams.InstantOf(point) - start, HeartRate: streams.HeartRate.WholeAt(point, 0, ushort.MaxValue)))
            .Where(point => point.Time is not null)
            .ToList();
        var hasHeartRate = points.Exists(point => point.HeartRate is not null);
        points.RemoveAll(point => hasHeartRate && point.HeartRate is null);
        if (points.Count == 0)
        {
            return;
        }

        json.WriteStartObject(Names.Streams);
        WriteArray(json, Names.Time, points.Select(point => RoundToWhole(point.Time!.Value.TotalSeconds)));
        if (hasHeartRate)
        {
            WriteArray(json, Names.HeartRate, points.Select(point => point.HeartRate!.Value));
        }

        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<int> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>The document defines integers for all numbers but weight.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, RoundToWhole(number));
        }
    }

    private static int RoundToWhole(double number) => (int)Math.Clamp(Math.Round(number), int.MinValue, int.MaxValue);
}
