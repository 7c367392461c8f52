using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Reads 15m, 1h, and 1d. Everything else is read as <see cref="ToDurationAttribute"/> does.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class ToIntervalAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = ArgumentValues.Unwrap(inputData);
        if (value is decimal days)
        {
            // PowerShell reads an unquoted 1d as a number of type decimal.
            return TimeSpan.FromDays((double)days);
        }

        if (value is string text && Interval.Match(text) is { Success: true } match)
        {
            var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            return match.Groups["unit"].Value.ToLowerInvariant() switch
            {
                "m" => TimeSpan.FromMinutes(number),
                "h" => TimeSpan.FromHours(number),
                _ => TimeSpan.FromDays(number),
            };
        }

        return new ToDurationAttribute().Transform(engineIntrinsics, inputData);
    }

    [GeneratedRegex(
        @"^\s*(?<number>[0-9]{1,4})\s*(?<unit>[mhd])\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Interval { get; }
}
