using StravaTools.PowerShell.Pipeline;
using StravaTools.Sync;

namespace StravaTools.PowerShell.Schedules;

/// <summary>A cmdlet that works with scheduled jobs.</summary>
public abstract class ScheduleCmdlet : AsyncCmdlet
{
    private protected ScheduleCmdlet()
    {
    }

    private protected static string Folder => Path.Combine(SyncLedgers.DefaultFolder, "schedules");

    private protected static ScheduleRegistry Registry => new(Folder);

    private protected static IJobScheduler SchedulerOf(SyncScheduler kind) => JobSchedulers.Create(kind, Folder);

    /// <summary>Shows what would be done.</summary>
    private protected Task ShowAsync(IEnumerable<ScheduleStep> steps)
    {
        foreach (var step in steps)
        {
            Engine.WriteHost(step.ToString());
        }

        return Task.CompletedTask;
    }
}
