using System.Globalization;
using System.Management.Automation;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Takes a plain number for seconds; PowerShell itself would take it for ticks, and a number in a text for days.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsToTimeSpanAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => Values.Unwrap(inputData) switch
    {
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) => Seconds(seconds),
        IConvertible number and not string and not DateTime and not bool => Seconds(number.ToDouble(CultureInfo.InvariantCulture)),
        _ => inputData,
    };

    private static TimeSpan Seconds(double seconds) => Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds
        ? TimeSpan.FromSeconds(seconds)
        : throw new ArgumentTransformationMetadataException("That many seconds are more than a lifetime.");
}

/// <summary>Takes an empty text for no value, as in a cell of a CSV.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmptyToNullAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => false;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Values.Unwrap(inputData) is string text && string.IsNullOrWhiteSpace(text) ? null : inputData;
}

/// <summary>Takes the texts of CSV files for a switch: true, yes and 1, false, no, 0 and nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextToSwitchAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => Values.Unwrap(inputData) switch
    {
        null => new SwitchParameter(false),
        string text => Parse(text.Trim()),
        _ => inputData,
    };

    private static SwitchParameter Parse(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => new SwitchParameter(true),
        "FALSE" or "NO" or "0" or "" => new SwitchParameter(false),
        _ => throw new ArgumentTransformationMetadataException($"'{text}' is neither true nor false."),
    };
}

/// <summary>Refuses a number below zero. ValidateRange would refuse no value, too.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotNegativeAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (Values.Unwrap(arguments) is IConvertible number && number.ToDouble(CultureInfo.InvariantCulture) < 0)
        {
            throw new ValidationMetadataException($"{number.ToString(CultureInfo.InvariantCulture)} is below zero.");
        }
    }
}

internal static class Values
{
    public static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
