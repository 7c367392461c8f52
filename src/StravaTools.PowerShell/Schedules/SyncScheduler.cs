namespace StravaTools.PowerShell.Schedules;

/// <summary>What starts a scheduled job.</summary>
public enum SyncScheduler
{
    /// <summary>A user timer of systemd, on Linux.</summary>
    Systemd,

    /// <summary>A launch agent, on macOS.</summary>
    LaunchAgent,

    /// <summary>A task of the Task Scheduler, on Windows.</summary>
    TaskScheduler,
}
