using System.Buffers.Binary;
using System.Globalization;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Custom fields as developer fields of the session (strava-partner-uploads.md, "Include custom data with a file"). A field whose values
/// are all numbers with the same unit is a number with that unit. Any other field is text.
/// </summary>
internal sealed class FitCustomFields
{
    private const int MaxFields = 255;
    private const byte DeveloperDataIndex = 0;

    /// <summary>Arbitrary; readers only use it to distinguish developers.</summary>
    private static readonly byte[] ApplicationId = [.. "StravaTools custom"u8[..16]];

    private readonly List<Field> _fields;

    public FitCustomFields(IReadOnlyList<Activity> activities) => _fields =
    [
        .. activities.SelectMany(activity => activity.CustomFields)
            .GroupBy(field => field.Key, field => field.Value, StringComparer.Ordinal)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Take(MaxFields)
            .Select(field => Describe(field.Key, [.. field])),
    ];

    public void WriteDescriptions(FitMessageWriter fit)
    {
        if (_fields.Count == 0)
        {
            return;
        }

        fit.BeginMessage(FitMessages.DeveloperDataId);
        fit.WriteBytes(FitFields.DeveloperDataId.ApplicationId, ApplicationId);
        fit.WriteNumber(FitFields.DeveloperDataId.DeveloperDataIndex, DeveloperDataIndex);
        fit.EndMessage();
        for (var i = 0; i < _fields.Count; i++)
        {
            fit.BeginMessage(FitMessages.FieldDescription);
            fit.WriteNumber(FitFields.FieldDescription.DeveloperDataIndex, DeveloperDataIndex);
            fit.WriteNumber(FitFields.FieldDescription.FieldDefinitionNumber, i);
            fit.WriteNumber(FitFields.FieldDescription.FitBaseTypeId, _fields[i].Type.ToByte());
            fit.WriteText(FitFields.FieldDescription.FieldName, _fields[i].Name);
            if (_fields[i].Unit is { Length: > 0 } unit)
            {
                fit.WriteText(FitFields.FieldDescription.Units, unit);
            }

            fit.WriteNumber(FitFields.FieldDescription.NativeMesgNum, FitMessages.Session);
            fit.EndMessage();
        }
    }

    public void WriteValues(FitMessageWriter fit, Activity activity)
    {
        for (var i = 0; i < _fields.Count; i++)
        {
            if (activity.CustomFields.TryGetValue(_fields[i].Name, out var value))
            {
                fit.WriteDeveloperField(DeveloperDataIndex, (byte)i, EncodeValue(_fields[i], value));
            }
        }
    }

    private static Field Describe(string name, string[] values)
    {
        var numbers = Array.ConvertAll(values, SplitUnit);
        var unit = numbers[0].Unit;
        if (Array.Exists(numbers, number => number.Number is null || number.Unit != unit))
        {
            return new Field(name, FitBaseType.String, null);
        }

        if (Array.TrueForAll(numbers, number => IsWhole(number.Number!.Value)))
        {
            return new Field(name, FitBaseType.SInt32, unit);
        }

        return new Field(name, FitBaseType.Float64, unit);
    }

    /// <summary>True if a 32-bit integer represents the number; its largest value means no value.</summary>
    private static bool IsWhole(double number)
    {
        var isNegativeZero = number == 0 && double.IsNegative(number);
        return number == Math.Round(number) && number is >= int.MinValue and < int.MaxValue && !isNegativeZero;
    }

    /// <summary>A number and the unit after a space, if reading them back gives the same text.</summary>
    private static (double? Number, string? Unit) SplitUnit(string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        var text = space < 0 ? value : value[..space];
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            && number.ToString(CultureInfo.InvariantCulture) == text;
        if (isNumber && space != value.Length - 1)
        {
            return (number, space < 0 ? null : value[(space + 1)..]);
        }

        return (null, null);
    }

    private static byte[] EncodeValue(Field field, string value)
    {
        if (field.Type == FitBaseType.String)
        {
            return FitMessageWriter.TextBytes(value);
        }

        var number = SplitUnit(value).Number!.Value;
        var bytes = new byte[field.Type.SizeOf()];
        if (field.Type == FitBaseType.SInt32)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)number);
        }
        else
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
        }

        return bytes;
    }

    private sealed record Field(string Name, FitBaseType Type, string? Unit);
}
