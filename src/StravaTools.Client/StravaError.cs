namespace StravaTools.Client;

/// <summary>One kind of error. Its id is the PowerShell ErrorId, the MSBuild code and the code of <see cref="StravaException"/> alike, and never changes.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Text">What happened and why; a composite format string.</param>
/// <param name="NextStep">What to do next.</param>
public sealed record StravaError(string Id, string Text, string NextStep)
{
    /// <summary>The whole message: what, why, what next.</summary>
    public string Format(params ReadOnlySpan<object?> arguments) =>
        $"{string.Format(System.Globalization.CultureInfo.InvariantCulture, Text, arguments)} {NextStep}";
}
