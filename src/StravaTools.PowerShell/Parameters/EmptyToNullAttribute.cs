using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Takes an empty text for no value, as in a cell of a CSV.</summary>
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
