using System.Text.Json;
using StravaTools.Activities.Formats.StrengthJson.Rules;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using Names = StravaTools.Activities.Formats.StrengthJson.StrengthJsonNames;

namespace StravaTools.Activities.Formats.StrengthJson;

/// <summary>The optional time series (strava-uploads.md, "Streams").</summary>
internal sealed class StrengthStreams
{
    private bool _hasTime;
    private readonly Dictionary<string, int> _lengths = new(StringComparer.Ordinal);
    private List<int?> _time = [];
    private List<int?> _heartRate = [];
    private SourceLocation _location;

    /// <summary>Reads the current value; null if it is not an object.</summary>
    public static StrengthStreams? ReadStreams(ref JsonFields json, FindingCollector findings)
    {
        var streams = new StrengthStreams { _location = json.Location };
        if (!json.IsTokenType(JsonTokenType.StartObject, Names.Streams, "an object"))
        {
            json.SkipValue();
            return null;
        }

        while (json.NextField() is { } field)
        {
            streams._hasTime |= field == Names.Time && !json.IsAbsent;
            streams.ReadField(ref json, field, findings);
        }

        streams.CheckLengths(findings);
        return streams;
    }

    public ActivityStreams BuildStreams(DateTimeOffset start)
    {
        var builder = new ActivityStreamsBuilder();
        for (var i = 0; i < _time.Count; i++)
        {
            builder.BeginPoint(_location);
            if (_time[i] is { } seconds && IsPossible(start, seconds))
            {
                builder.SetTime(start.AddSeconds(seconds));
            }

            if (i < _heartRate.Count && _heartRate[i] is { } beats)
            {
                builder.SetHeartRate(beats);
            }
        }

        return builder.BuildStreams();
    }

    /// <summary>In the years 1 and 9999 a few seconds may leave the calendar.</summary>
    private static bool IsPossible(DateTimeOffset start, int seconds)
    {
        var ticks = Math.Min(start.Ticks, start.UtcTicks) + (seconds * TimeSpan.TicksPerSecond);
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay;
    }

    private void ReadField(ref JsonFields json, string field, FindingCollector findings)
    {
        switch (field)
        {
            case Names.Time:
                _time = ReadNumbers(ref json, field, findings);
                break;
            case Names.HeartRate:
                _heartRate = ReadNumbers(ref json, field, findings);
                break;
            case Names.Active:
                AddLength(field, json.ReadArray(
                    field, "an array of booleans", (ref JsonFields item) => IsBoolean(ref item, findings))?.Count);
                break;
            default:
                StrengthJsonNameRules.CheckField("streams", field, Names.OfStreams, json.Location, findings);
                json.SkipValue();
                break;
        }
    }

    private List<int?> ReadNumbers(ref JsonFields json, string field, FindingCollector findings)
    {
        var name = "streams." + field;
        var numbers = json.ReadArray(field, "an array of integers", (ref JsonFields item) =>
        {
            var number = item.Integer(name);
            if (field == Names.Time)
            {
                StrengthJsonValueRules.CheckNotNegative(name, number, item.Location, findings);
            }

            return number;
        });
        AddLength(field, numbers?.Count);
        return numbers ?? [];
    }

    /// <summary>A field that is not an array has a finding of its own, and null is an absent field.</summary>
    private void AddLength(string field, int? length)
    {
        if (length is { } count)
        {
            _lengths[field] = count;
        }
    }

    private static bool IsBoolean(ref JsonFields item, FindingCollector findings)
    {
        var isBoolean = item.Token is JsonTokenType.True or JsonTokenType.False;
        if (!isBoolean)
        {
            findings.Add(StrengthJsonRules.WrongType, "'streams.active' must be an array of booleans.", item.Location);
            item.SkipValue();
        }

        return isBoolean;
    }

    private void CheckLengths(FindingCollector findings)
    {
        if (!_hasTime)
        {
            findings.Add(StrengthJsonRules.Missing, "'streams' has no 'time'.", _location);
        }
        else if (_lengths.TryGetValue(Names.Time, out var expected) && _lengths.Values.Any(length => length != expected))
        {
            var lengths = string.Join(", ", _lengths.Select(stream => $"{stream.Key} has {stream.Value}"));
            findings.Add(StrengthJsonRules.UnequalStreams, $"The arrays in 'streams' differ in length: {lengths}.", _location);
        }
    }
}
