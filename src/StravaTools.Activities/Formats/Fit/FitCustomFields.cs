using System.Buffers.Binary;
using System.Globalization;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Custom fields as developer fields of the session (strava-partner-uploads.md, "Include custom data with a file"). One whose values are all
/// numbers of one unit is a number with that unit, any other a text.
/// </summary>
internal sealed class FitCustomFields
{
    private const int MostFields = 255;
    private const byte Text = 0x07, SInt32 = 0x85, Float64 = 0x89;

    /// <summary>Any; readers only tell developers apart by it.</summary>
    private static readonly byte[] ApplicationId = [.. "StravaTools custom"u8[..16]];

    private readonly List<Field> _fields;

    public FitCustomFields(IReadOnlyList<Activity> activities) => _fields =
    [
        .. activities.SelectMany(activity => activity.CustomFields)
            .GroupBy(field => field.Key, field => field.Value, StringComparer.Ordinal)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Take(MostFields)
            .Select(field => Describe(field.Key, [.. field])),
    ];

    public void WriteDescriptions(FitMessageWriter fit)
    {
        const ushort DeveloperDataId = 207;
        if (_fields.Count == 0)
        {
            return;
        }

        fit.BeginMessage(DeveloperDataId);
        fit.UInt8Array(1, ApplicationId);
        fit.WriteUInt8(3, 0);
        fit.EndMessage();
        for (var i = 0; i < _fields.Count; i++)
        {
            fit.BeginMessage(FitMessages.FieldDescription);
            fit.WriteUInt8(FitFields.FieldDescription.DeveloperDataIndex, 0);
            fit.WriteUInt8(FitFields.FieldDescription.FieldDefinitionNumber, i);
            fit.WriteUInt8(FitFields.FieldDescription.FitBaseTypeId, _fields[i].Type);
            fit.WriteText(FitFields.FieldDescription.FieldName, _fields[i].Name);
            if (_fields[i].Unit is { Length: > 0 } unit)
            {
                fit.WriteText(FitFields.FieldDescription.Units, unit);
            }

            fit.WriteUInt16(14, FitMessages.Session);
            fit.EndMessage();
        }
    }

    public void WriteValues(FitMessageWriter fit, Activity activity)
    {
        for (var i = 0; i < _fields.Count; i++)
        {
            if (activity.CustomFields.TryGetValue(_fields[i].Name, out var value))
            {
                fit.Developer((byte)i, EncodeValue(_fields[i], value));
            }
        }
    }

    private static Field Describe(string name, string[] values)
    {
        var numbers = Array.ConvertAll(values, SplitUnit);
        var unit = numbers[0].Unit;
        if (Array.Exists(numbers, number => number.Number is null || number.Unit != unit))
        {
            return new Field(name, Text, null);
        }

        return new Field(name, Array.TrueForAll(numbers, number => IsWhole(number.Number!.Value)) ? SInt32 : Float64, unit);
    }

    /// <summary>The largest stands for no value.</summary>
    private static bool IsWhole(double number) => number == Math.Round(number) && number is >= int.MinValue and < int.MaxValue && !double.IsNegative(number) | number != 0;

    /// <summary>A number and what follows it after a space, if that is how reading them back shows them.</summary>
    private static (double? Number, string? Unit) SplitUnit(string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        var text = space < 0 ? value : value[..space];
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            && number.ToString(CultureInfo.InvariantCulture) == text;
        if (isNumber && space != value.Length - 1)
        {
            return (number, space < 0 ? null : value[(space + 1)..]);
        }

        return (null, null);
    }

    private static byte[] EncodeValue(Field field, string value)
    {
        if (field.Type == Text)
        {
            return FitMessageWriter.TextBytes(value);
        }

        var number = SplitUnit(value).Number!.Value;
        var bytes = new byte[field.Type == SInt32 ? sizeof(int) : sizeof(double)];
        if (field.Type == SInt32)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)number);
        }
        else
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
        }

        return bytes;
    }

    private sealed record Field(string Name, byte Type, string? Unit);
}
