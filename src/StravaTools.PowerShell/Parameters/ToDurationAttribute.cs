using System.Globalization;
using System.Management.Automation;
using StravaTools.Client.Activities;

namespace StravaTools.PowerShell.Parameters;

/// <summary>
/// Reads h:mm:ss with any number of hours, and a plain number as seconds. PowerShell itself reads 26:00:00 as 26 days, a number as ticks,
/// and a number in a string as days.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ToDurationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        TimeSpan duration;
        switch (ArgumentValues.Unwrap(inputData))
        {
            case string text when Durations.TryParse(text, out duration):
            case IConvertible number and not string and not DateTime and not bool
                when Durations.TryCreate(number.ToDouble(CultureInfo.InvariantCulture), out duration):
                return duration;
            case string or (IConvertible and not DateTime and not bool):
                throw new ArgumentTransformationMetadataException(
                    $"'{inputData}' is not a duration. Use h:mm:ss, for example 1:30:00, or a number of seconds.");
            default:
                return inputData;
        }
    }
}
