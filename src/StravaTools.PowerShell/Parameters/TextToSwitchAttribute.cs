using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Converts the text of a CSV cell to a switch: true, yes, and 1, or false, no, 0, and empty.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextToSwitchAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => ArgumentValues.Unwrap(inputData) switch
    {
        null => new SwitchParameter(false),
        string text => Parse(text),
        _ => inputData,
    };

    internal static SwitchParameter Parse(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => new SwitchParameter(true),
        "FALSE" or "NO" or "0" or "" => new SwitchParameter(false),
        _ => throw new ArgumentTransformationMetadataException($"'{text}' is neither true nor false."),
    };
}
