namespace StravaTools.PowerShell.Schedules;

/// <summary>The files and commands of a scheduler. It does nothing itself.</summary>
internal interface IJobScheduler
{
    SyncScheduler Kind { get; }

    /// <summary>True on an operating system that has it.</summary>
    bool IsHere { get; }

    IReadOnlyList<ScheduleStep> PlanRegistration(SyncJob job);

    IReadOnlyList<ScheduleStep> PlanRemoval(string name);

    /// <summary>When jobs run here, as advice for the user; null without any.</summary>
    string? Advice { get; }
}
