using System.Management.Automation;
using System.Text.RegularExpressions;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Rejects a text that does not match a pattern, in a sentence: ValidatePattern would show the pattern.</summary>
/// <param name="pattern">The regular expression of the complete text, regardless of case.</param>
/// <param name="form">What to use instead, for example: a number of seconds.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateFormAttribute(string pattern, string form) : ValidateEnumeratedArgumentsAttribute
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;
        if (!Regex.IsMatch($"{element}", $@"\A(?:{pattern})\z", Options, Timeout))
        {
            throw new ValidationMetadataException($"'{element}' is not valid. Use {form}.");
        }
    }
}
