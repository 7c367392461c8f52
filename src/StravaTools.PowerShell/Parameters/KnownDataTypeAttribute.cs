using System.Management.Automation;
using StravaTools.Activities;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Rejects a text that is not a data type of a supported format.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KnownDataTypeAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var text = $"{ArgumentValues.Unwrap(arguments)}";
        if (ActivityFileFormats.FromDataType(text.ToLowerInvariant()) is null)
        {
            var known = ActivityFileFormats.All.SelectMany(format => format.DataTypes);
            throw new ValidationMetadataException($"'{text}' is not a data type. Use one of: {string.Join(", ", known)}.");
        }
    }
}
