using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Switches, given and not given.</summary>
internal static class SwitchValues
{
    /// <returns>Null if the switch was not given: Strava then decides by itself. -Trainer:$false says no.</returns>
    public static bool? ValueOf(PSCmdlet cmdlet, SwitchParameter value, string name)
    {
        if (cmdlet.MyInvocation.BoundParameters.ContainsKey(name))
        {
            return value.ToBool();
        }

        return null;
    }

    /// <returns>True if nothing may be changed, by -WhatIf or by the preference of the session.</returns>
    public static bool IsWhatIf(PSCmdlet cmdlet)
    {
        if (cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given))
        {
            return LanguagePrimitives.IsTrue(given);
        }

        return LanguagePrimitives.IsTrue(cmdlet.SessionState.PSVariable.GetValue("WhatIfPreference"));
    }
}
