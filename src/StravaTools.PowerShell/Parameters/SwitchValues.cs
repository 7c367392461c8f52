using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Switches that can also be unspecified.</summary>
internal static class SwitchValues
{
    /// <returns>Null if the switch was not specified: Strava then decides. -Trainer:$false is false.</returns>
    public static bool? ValueOf(PSCmdlet cmdlet, SwitchParameter value, string name)
    {
        if (cmdlet.MyInvocation.BoundParameters.ContainsKey(name))
        {
            return value.ToBool();
        }

        return null;
    }

    /// <returns>True if -WhatIf or the preference of the session forbids changes.</returns>
    public static bool IsWhatIf(PSCmdlet cmdlet)
    {
        if (cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given))
        {
            return LanguagePrimitives.IsTrue(given);
        }

        return LanguagePrimitives.IsTrue(cmdlet.SessionState.PSVariable.GetValue("WhatIfPreference"));
    }
}
