using System.Text.Json;
using StravaTools.Activities.Formats.StrengthJson.Rules;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.StrengthJson;

/// <summary>
/// Reads the fields of one object with their documented types. A value of another type is reported and ignored. Null counts as absent for
/// a field, but not for an item of an array.
/// </summary>
internal ref struct JsonFields(ReadOnlySpan<byte> json, FindingCollector findings)
{
    /// <summary>Far longer than any name or text in a workout. As a string, a hostile text would take twice its size in memory.</summary>
    private const int MaxTextLength = 64 * 1024;

    /// <summary>
    /// More than a day of seconds. An item of two bytes takes a hundred in memory, so the items of a forged file are limited.
    /// </summary>
    private const int MaxItems = 100_000;

    private readonly ReadOnlySpan<byte> _json = json;
    private Utf8JsonReader _reader = new(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow, MaxDepth = 32 });
    private int _countedTo;
    private int _line = 1;
    private int _lineStart;

    private bool _isInArray;

    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>True if the current value is null and stands for an absent field.</summary>
    public readonly bool IsAbsent => _reader.TokenType == JsonTokenType.Null && !_isInArray;

    public SourceLocation Location => LocationOf((int)_reader.TokenStartIndex);

    public bool ReadToken() => _reader.Read();

    /// <summary>The name of the next field of the current object; null at its end. Afterwards the reader is at the value.</summary>
    public string? NextField()
    {
        _isInArray = false;
        if (!_reader.Read() || _reader.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        var name = _reader.ValueSpan.Length > MaxTextLength ? "" : _reader.GetString();
        _reader.Read();
        return name;
    }

    public void SkipValue() => _reader.Skip();

    public bool IsTokenType(JsonTokenType token, string field, string expected)
    {
        if (_reader.TokenType == token)
        {
            return true;
        }

        if (!IsAbsent)
        {
            findings.Add(StrengthJsonRules.WrongType, $"'{field}' must be {expected}, but is {Describe(_reader.TokenType)}.", Location);
        }

        return false;
    }

    public string? String(string field)
    {
        if (!IsTokenType(JsonTokenType.String, field, "a string"))
        {
            return SkipValue<string>();
        }

        if (_reader.ValueSpan.Length <= MaxTextLength)
        {
            return _reader.GetString();
        }

        var length = _reader.ValueSpan.Length;
        findings.Add(
            StrengthJsonRules.WrongType, $"'{field}' has {length:N0} bytes of text; the limit is {MaxTextLength:N0} bytes.", Location);
        return null;
    }

    public int? Integer(string field)
    {
        if (!IsTokenType(JsonTokenType.Number, field, "an integer"))
        {
            return SkipNumber();
        }

        if (_reader.TryGetInt32(out var value))
        {
            return value;
        }

        // 60.0 is an integer, too.
        if (_reader.TryGetDouble(out var number) && double.IsInteger(number) && Math.Abs(number) <= int.MaxValue)
        {
            return (int)number;
        }

        findings.Add(StrengthJsonRules.WrongType, $"'{field}' must be an integer, but is a fraction or too large.", Location);
        return null;
    }

    public double? Number(string field)
    {
        if (!IsTokenType(JsonTokenType.Number, field, "a number"))
        {
            return SkipNumber();
        }

        if (_reader.TryGetDouble(out var value) && double.IsFinite(value))
        {
            return value;
        }

        findings.Add(StrengthJsonRules.WrongType, $"'{field}' is too large.", Location);
        return null;
    }

    public DateTimeOffset? ReadTime(string field)
    {
        if (String(field) is not { } text)
        {
            return null;
        }

        // Others separate date and time with a space, ISO 8601 does not.
        if (!IsoTime.TryParse(text, out var time) || text.AsSpan().Trim().Contains(' '))
        {
            findings.Add(StrengthJsonRules.NotATime, $"'{field}' is not an ISO 8601 time.", Location, example: text);
            return null;
        }

        if (!time.HasZone)
        {
            findings.Add(StrengthJsonRules.NoZone, $"'{field}' has no time zone.", Location, example: text);
        }

        return time.Time;
    }

    /// <summary>The values of an array, read one by one; null if the value is not an array.</summary>
    public List<T>? ReadArray<T>(string field, string expected, ItemReader<T> readItem, int maxCount = MaxItems)
    {
        if (!IsTokenType(JsonTokenType.StartArray, field, expected))
        {
            SkipValue();
            return null;
        }

        var items = new List<T>();
        var (left, first) = (0, SourceLocation.None);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count < maxCount)
            {
                _isInArray = true;
                items.Add(readItem(ref this));
                _isInArray = false;
            }
            else
            {
                if (left++ == 0)
                {
                    first = Location;
                }

                _reader.Skip();
            }
        }

        if (left > 0)
        {
            findings.Add(StrengthJsonRules.WrongType, $"'{field}' has more than {maxCount:N0} items; the rest is not read.", first, left);
        }

        return items;
    }

    public delegate T ItemReader<T>(ref JsonFields fields);

    private T? SkipValue<T>() where T : class
    {
        _reader.Skip();
        return null;
    }

    private int? SkipNumber()
    {
        _reader.Skip();
        return null;
    }

    /// <summary>Counts lines from the last place on: a file may have a finding in each line.</summary>
    private SourceLocation LocationOf(int index)
    {
        if (index < _countedTo)
        {
            (_countedTo, _line, _lineStart) = (0, 1, 0);
        }

        var passed = _json[_countedTo..index];
        var lines = passed.Count((byte)'\n');
        if (lines > 0)
        {
            _lineStart = _countedTo + passed.LastIndexOf((byte)'\n') + 1;
        }

        _line += lines;
        _countedTo = index;
        return SourceLocation.At(_line, index - _lineStart + 1);
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };
}
