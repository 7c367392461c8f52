using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace StravaTools.PowerShell.Work;

/// <summary>Stops the session's fakes when the module is removed, because no cmdlet is left to stop them.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (Runspace.DefaultRunspace is { } session)
        {
            RunningFakes.StopAll(session.InstanceId);
        }
    }
}
