using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>
/// The values of parameters that can differ for each input: from a script block, or from a row, such as one of Import-Csv. Objects with a
/// type of their own are not rows: the Name of a file is not the name of an activity, and the values of an activity are not changes to it.
/// </summary>
/// <param name="input">The object from the pipeline, or the file that is processed.</param>
internal sealed class InputValues(object? input)
{
    /// <summary>True for an object without a type of its own, such as a row of Import-Csv.</summary>
    public bool IsRow => ArgumentValues.Unwrap(input) is PSCustomObject;

    /// <summary>Returns the parameter if it was specified, else the property of the row; null if there is neither.</summary>
    /// <param name="given">The value of the parameter: a text, a script block, or null.</param>
    /// <param name="name">The name of the property.</param>
    /// <exception cref="RuntimeException">The script failed.</exception>
    public string? FindText(object? given, string name) => given switch
    {
        ScriptBlock script => RunScript(script),
        string text => text,
        _ => FindProperty(name),
    };

    /// <summary>Returns the switch if it was specified, else the property of the row; null if there is neither.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The property is neither true nor false.</exception>
    public bool? FindFlag(bool? given, string name)
    {
        if (given is null && FindProperty(name) is { } text)
        {
            return TextToSwitchAttribute.Parse(text).ToBool();
        }

        return given;
    }

    private string? RunScript(ScriptBlock script)
    {
        var output = script.InvokeWithContext(null, [new PSVariable("_", input)]);
        return NotEmpty(LanguagePrimitives.ConvertTo<string>(output.Count == 1 ? output[0] : output));
    }

    private string? FindProperty(string name)
    {
        if (IsRow)
        {
            return NotEmpty(LanguagePrimitives.ConvertTo<string>(PSObject.AsPSObject(input).Properties[name]?.Value));
        }

        return null;
    }

    private static string? NotEmpty(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text;
    }
}
