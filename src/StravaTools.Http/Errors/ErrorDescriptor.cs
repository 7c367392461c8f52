using System.Globalization;

namespace StravaTools.Http.Errors;

/// <summary>One error. Its ID is the code of the exception, PowerShell's ErrorId, and MSBuild's code; it never changes.</summary>
/// <param name="Id">The stable ID.</param>
/// <param name="Kind">What the error is about.</param>
/// <param name="Text">What happened, and why; a composite format string.</param>
/// <param name="Remedy">What to do; without the command, which differs between PowerShell, MSBuild, and C#.</param>
public sealed record ErrorDescriptor(string Id, ErrorKind Kind, string Text, string Remedy)
{
    /// <summary>The complete message: what happened, why, and what to do. Numbers and times are culture-invariant.</summary>
    public string Format(params ReadOnlySpan<object?> arguments) => $"{FormatText(arguments)} {Remedy}".TrimEnd();

    /// <summary>What happened, and why. Numbers and times are culture-invariant.</summary>
    public string FormatText(params ReadOnlySpan<object?> arguments) => string.Format(CultureInfo.InvariantCulture, Text, arguments);
}
