using System.Globalization;
using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>
/// Keeps a script block, which is run for each input, and converts anything else to text. PowerShell itself would use the text of the
/// script.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextOrScriptAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => ArgumentValues.Unwrap(inputData) switch
    {
        null => null,
        ScriptBlock script => script,
        var value => LanguagePrimitives.ConvertTo(value, typeof(string), CultureInfo.InvariantCulture),
    };
}
