using System.Globalization;
using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Rejects a negative number. ValidateRange would also reject a missing value.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotNegativeAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (ArgumentValues.Unwrap(arguments) is IConvertible number && number.ToDouble(CultureInfo.InvariantCulture) < 0)
        {
            throw new ValidationMetadataException($"{number.ToString(CultureInfo.InvariantCulture)} is negative.");
        }
    }
}
