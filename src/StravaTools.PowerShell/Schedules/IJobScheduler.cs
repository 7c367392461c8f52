namespace StravaTools.PowerShell.Schedules;

/// <summary>Knows the files and commands of a scheduler. It does nothing itself.</summary>
internal interface IJobScheduler
{
    SyncScheduler Kind { get; }

    /// <summary>True on an operating system that has it.</summary>
    bool IsHere { get; }

    IReadOnlyList<ScheduleStep> PlanRegistration(SyncJob job);

    IReadOnlyList<ScheduleStep> PlanRemoval(string name);

    /// <summary>What the user should know about jobs here; null if nothing.</summary>
    string? Advice { get; }
}
