using System.Management.Automation;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Switches, given and not given.</summary>
internal static class Flags
{
    /// <returns>Null if the switch was not given: Strava then decides by itself. -Trainer:$false says no.</returns>
    public static bool? Of(PSCmdlet cmdlet, SwitchParameter value, string name) =>
        cmdlet.MyInvocation.BoundParameters.ContainsKey(name) ? value.ToBool() : null;

    /// <returns>True if nothing may be changed, by -WhatIf or by the preference of the session.</returns>
    public static bool IsWhatIf(PSCmdlet cmdlet) => cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(cmdlet.SessionState.PSVariable.GetValue("WhatIfPreference"));
}
