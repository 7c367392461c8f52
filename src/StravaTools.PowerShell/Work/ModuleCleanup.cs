using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace StravaTools.PowerShell.Work;

/// <summary>Stops the session's fakes when the module is removed: nothing would be left to stop them with.</summary>
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
