using System.Globalization;
using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Reads a plain number as seconds. PowerShell itself reads a number as ticks, and a number in a string as days.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsToTimeSpanAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => ArgumentValues.Unwrap(inputData) switch
    {
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) => ToTimeSpan(seconds),
        IConvertible number and not string and not DateTime and not bool => ToTimeSpan(number.ToDouble(CultureInfo.InvariantCulture)),
        _ => inputData,
    };

    private static TimeSpan ToTimeSpan(double seconds)
    {
        if (Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        throw new ArgumentTransformationMetadataException("This number of seconds is too large for a duration.");
    }
}
