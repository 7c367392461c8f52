using System.Text.Json;
using StravaTools.Activities.Formats.StrengthJson.Rules;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using Names = StravaTools.Activities.Formats.StrengthJson.StrengthJsonNames;

namespace StravaTools.Activities.Formats.StrengthJson;

/// <summary>Reads a strength workout, and checks each field against the tables of the document.</summary>
internal sealed class StrengthJsonReader(ReadOnlyMemory<byte> content, FindingCollector findings)
{
    /// <summary>
    /// Far more than any workout has. A set of two bytes takes a hundred in memory, so the sets of a forged file are limited.
    /// </summary>
    private const int MaxSets = 20_000;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private string? _version;
    private DateTimeOffset? _start;
    private int? _utcOffset;
    private int? _elapsed;
    private int? _active;
    private int? _calories;
    private string? _creator;
    private List<WorkoutSet> _sets = [];
    private StrengthStreams? _streams;
    private readonly List<SourceLocation> _setLocations = [];
    private int _unknownExercises;

    public IReadOnlyList<Activity> ReadActivities()
    {
        var json = new JsonFields(WithoutBom(content.Span), findings);
        try
        {
            json.ReadToken();
            ReadRoot(ref json);
        }
        catch (JsonException e)
        {
            var location = SourceLocation.At((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);

            // The message repeats the place, but counts from zero.
            var message = e.Message.Split(" LineNumber:")[0];
            findings.Add(StrengthJsonRules.NotWellFormed, $"The JSON is invalid: {message}", location);
        }
        catch (InvalidOperationException e)
        {
            // A string that is not valid UTF-8 or UTF-16.
            findings.Add(StrengthJsonRules.NotWellFormed, $"The JSON is invalid: {e.Message}", json.Location);
        }

        return [BuildActivity()];
    }

    private void ReadRoot(ref JsonFields json)
    {
        var root = json.Location;
        while (json.NextField() is { } field)
        {
            if (json.Token != JsonTokenType.Null)
            {
                _seen.Add(field);
            }

            ReadField(ref json, field);
        }

        while (json.ReadToken())
        {
            // The reader throws if anything but white space follows.
        }

        CheckRequired(root);
    }

    private void ReadField(ref JsonFields json, string field)
    {
        switch (field)
        {
            case Names.Version:
                _version = json.String(field);
                CheckVersion(json.Location);
                break;
            case Names.StartTime:
                _start = json.ReadTime(field);
                break;
            case Names.UtcOffset:
                _utcOffset = json.Integer(field);
                StrengthJsonValueRules.CheckOffset(_utcOffset, json.Location, findings);
                break;
            case Names.ElapsedTime:
                _elapsed = NotNegative(ref json, field);
                break;
            case Names.ActiveTime:
                _active = NotNegative(ref json, field);
                break;
            case Names.TotalCalories:
                _calories = NotNegative(ref json, field);
                break;
            case Names.Creator:
                ReadCreator(ref json);
                break;
            case Names.Sets:
                ReadSets(ref json);
                break;
            case Names.Streams:
                _streams = StrengthStreams.ReadStreams(ref json, findings);
                break;
            default:
                StrengthJsonNameRules.CheckField("the file", field, Names.OfFile, json.Location, findings);
                json.SkipValue();
                break;
        }
    }

    private int? NotNegative(ref JsonFields json, string field)
    {
        var value = json.Integer(field);
        StrengthJsonValueRules.CheckNotNegative(field, value, json.Location, findings);
        return value;
    }

    private void ReadCreator(ref JsonFields json)
    {
        if (!json.IsTokenType(JsonTokenType.StartObject, Names.Creator, "an object"))
        {
            json.SkipValue();
            return;
        }

        while (json.NextField() is { } field)
        {
            if (field == Names.Name)
            {
                _creator = json.String("creator.name");
            }
            else
            {
                json.SkipValue();
            }
        }
    }

    private void ReadSets(ref JsonFields json)
    {
        var location = json.Location;
        _setLocations.Clear();
        var sets = json.ReadArray(Names.Sets, "an array of sets", (ref JsonFields item) => ReadSet(ref item), MaxSets);
        _sets = [.. (sets ?? []).OfType<WorkoutSet>()];
        if (sets is { Count: 0 })
        {
            findings.Add(StrengthJsonRules.NoSets, "'sets' is empty.", location);
        }
    }

    private WorkoutSet? ReadSet(ref JsonFields json)
    {
        var location = json.Location;
        if (!json.IsTokenType(JsonTokenType.StartObject, Names.Sets, "an array of objects"))
        {
            json.SkipValue();
            return null;
        }

        var set = new WorkoutSet(null, null, null, null, null);
        var hasExercise = false;
        while (json.NextField() is { } field)
        {
            hasExercise |= field == Names.ExerciseType && !json.IsAbsent;
            set = ReadSetField(ref json, field, set);
        }

        CheckExercise(hasExercise, set.ExerciseType, location);
        _setLocations.Add(location);
        return set;
    }

    private WorkoutSet ReadSetField(ref JsonFields json, string field, WorkoutSet set)
    {
        switch (field)
        {
            case Names.ExerciseType:
                return set with { ExerciseType = json.String(field) };
            case Names.Repetitions:
                return set with { Repetitions = NotNegative(ref json, field) };
            case Names.Weight:
                var weight = json.Number(field);
                StrengthJsonValueRules.CheckNotNegative(field, weight, json.Location, findings);
                return set with { Weight = weight };
            case Names.Duration:
                return set with { Duration = ToTimeSpan(NotNegative(ref json, field)) };
            case Names.StartTime:
                return set with { StartTime = json.ReadTime("sets." + field) };
            default:
                StrengthJsonNameRules.CheckField("a set", field, Names.OfSet, json.Location, findings);
                json.SkipValue();
                return set;
        }
    }

    private void CheckVersion(SourceLocation location)
    {
        if (_version is not null and not "1.0")
        {
            findings.Add(StrengthJsonRules.WrongVersion, $"The version is '{_version}'.", location);
        }
    }

    private void CheckExercise(bool hasExercise, string? exercise, SourceLocation location)
    {
        if (!hasExercise)
        {
            findings.Add(StrengthJsonRules.Missing, "A set has no 'exercise_type'.", location);
        }
        else if (exercise is not null)
        {
            StrengthJsonNameRules.CheckExercise(exercise, location, ref _unknownExercises, findings);
        }
    }

    private void CheckRequired(SourceLocation root)
    {
        foreach (var field in (ReadOnlySpan<string>)[Names.Version, Names.StartTime, Names.UtcOffset, Names.ElapsedTime, Names.Sets])
        {
            if (!_seen.Contains(field))
            {
                findings.Add(StrengthJsonRules.Missing, $"'{field}' is missing.", root);
            }
        }
    }

    private Activity BuildActivity() => new()
    {
        StartTime = LocalStart(),
        ElapsedTime = ToTimeSpan(_elapsed),
        TimerTime = ToTimeSpan(_active),
        Calories = _calories,
        Creator = _creator,
        Sets = [.. _sets],
        SetLocations = [.. _setLocations],
        Streams = BuildStreams(),
    };

    private ActivityStreams BuildStreams()
    {
        if (_start is not { } start || _streams is null)
        {
            return ActivityStreams.Empty;
        }

        return _streams.BuildStreams(start);
    }

    private static TimeSpan? ToTimeSpan(int? seconds)
    {
        if (seconds is { } known)
        {
            return TimeSpan.FromSeconds(known);
        }

        return null;
    }

    /// <summary>utc_offset gives the athlete's local time; the instant is that of start_time.</summary>
    private DateTimeOffset? LocalStart()
    {
        if (_start is { } start && _utcOffset is >= -14 * 3600 and <= 14 * 3600 && _utcOffset % 60 == 0
            && IsPossible(start.UtcTicks + (_utcOffset.Value * TimeSpan.TicksPerSecond)))
        {
            return start.ToOffset(TimeSpan.FromSeconds(_utcOffset.Value));
        }

        return _start;
    }

    /// <summary>In the years 1 and 9999 an offset may leave the calendar.</summary>
    private static bool IsPossible(long ticks) => ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;

    private static ReadOnlySpan<byte> WithoutBom(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return json[3..];
        }

        return json;
    }
}
