using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Converts an empty string, such as an empty CSV cell, to no value.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmptyToNullAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => false;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (ArgumentValues.Unwrap(inputData) is string text && string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return inputData;
    }
}
