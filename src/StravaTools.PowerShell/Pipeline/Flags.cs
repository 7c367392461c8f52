using System.Management.Automation;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Switches that say nothing where they are not given: Strava then decides by itself.</summary>
internal static class Flags
{
    /// <returns>Null if the switch was not given; -Trainer:$false says no.</returns>
    public static bool? Of(PSCmdlet cmdlet, SwitchParameter value, string name) =>
        cmdlet.MyInvocation.BoundParameters.ContainsKey(name) ? value.ToBool() : null;
}
