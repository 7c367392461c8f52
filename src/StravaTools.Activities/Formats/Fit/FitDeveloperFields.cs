using System.Collections.Immutable;
using System.Globalization;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// The developer fields that field_description messages describe. The developer_data_id messages only identify
/// the developer, so they are not read.
/// </summary>
internal sealed class FitDeveloperFields
{
    private readonly Dictionary<(int Developer, int Field), Description> _descriptions = [];

    public void Describe(in FitMessage message)
    {
        if (message.ReadWhole(FitFields.FieldDescription.DeveloperDataIndex) is { } developer
            && message.ReadWhole(FitFields.FieldDescription.FieldDefinitionNumber) is { } field
            && message.ReadWhole(FitFields.FieldDescription.FitBaseTypeId) is { } type
            && FitBaseTypes.FromNumber((byte)type).IsKnown())
        {
            _descriptions[(developer, field)] = new Description(
                message.ReadText(FitFields.FieldDescription.FieldName),
                FitBaseTypes.FromNumber((byte)type),
                message.ReadText(FitFields.FieldDescription.Units),
                message.Number(FitFields.FieldDescription.Scale) is > 0 and var scale ? scale : 1,
                message.Number(FitFields.FieldDescription.Offset) ?? 0,
                RecordTargetOf(message));
        }
    }

    /// <summary>Finds out how to read developer fields that replace fields of the profile, such as the power of a foot pod.</summary>
    public void CompileRecordSteps(FitDefinition definition) => definition.DeveloperSteps ??= FindRecordSteps(definition);

    /// <summary>The described developer fields of a message that have a value, by name.</summary>
    public ImmutableDictionary<string, string> ReadFields(in FitMessage message)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var field in message.Definition.DeveloperFields)
        {
            if (_descriptions.TryGetValue((field.DeveloperDataIndex, field.Number), out var description)
                && description.Name is { } name
                && description.ReadText(message.FieldBytes(field), message.Definition.IsBigEndian) is { } value)
            {
                fields[name] = value;
            }
        }

        return fields.ToImmutable();
    }

    private static FitRecordTarget? RecordTargetOf(in FitMessage description)
    {
        // Without the number of the message, the field replaces one of the message that it is in.
        if (description.ReadWhole(FitFields.FieldDescription.NativeMesgNum) is null or FitMessages.Record
            && description.ReadWhole(FitFields.FieldDescription.NativeFieldNum) is { } field)
        {
            return FitRecordPlan.TargetOfNativeField(field);
        }

        return null;
    }

    private FitRecordStep[] FindRecordSteps(FitDefinition definition)
    {
        if (definition.DeveloperFields.Length == 0)
        {
            return [];
        }

        var steps = new List<FitRecordStep>();
        foreach (var field in definition.DeveloperFields)
        {
            if (_descriptions.TryGetValue((field.DeveloperDataIndex, field.Number), out var description)
                && description.RecordTarget is { } target
                && field.Size == description.Type.SizeOf())
            {
                steps.Add(new FitRecordStep(target, description.Type, field.Offset, field.Size, description.Scale, description.Offset));
            }
        }

        return [.. steps];
    }

    private sealed record Description(
        string? Name, FitBaseType Type, string? Units, double Scale, double Offset, FitRecordTarget? RecordTarget)
    {
        public string? ReadText(ReadOnlySpan<byte> bytes, bool isBigEndian)
        {
            var value = Type == FitBaseType.String ? FitMessage.TextOf(bytes) : Numbers(bytes, isBigEndian);
            if (value is null || Units is null)
            {
                return value;
            }

            return $"{value} {Units}";
        }

        /// <summary>
        /// The number, or the numbers of an array separated by commas; null if none is valid or the size does not match.
        /// </summary>
        private string? Numbers(ReadOnlySpan<byte> bytes, bool isBigEndian)
        {
            var size = Type.SizeOf();
            var numbers = new List<string>();
            for (var i = 0; bytes.Length % size == 0 && i < bytes.Length; i += size)
            {
                if (Type.ReadValue(bytes[i..], isBigEndian) is { } number)
                {
                    numbers.Add(Format((number / Scale) - Offset));
                }
            }

            if (numbers.Count == 0)
            {
                return null;
            }

            return string.Join(',', numbers);
        }

        /// <summary>A 32-bit float is shown in its own digits: 12.3, not 12.300000190734863.</summary>
        private string Format(double number)
        {
            if (Type == FitBaseType.Float32)
            {
                return ((float)number).ToString(CultureInfo.InvariantCulture);
            }

            return number.ToString(CultureInfo.InvariantCulture);
        }
    }
}
