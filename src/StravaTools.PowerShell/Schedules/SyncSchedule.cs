namespace StravaTools.PowerShell.Schedules;

/// <summary>A scheduled job that uploads folders.</summary>
public sealed record SyncSchedule
{
    /// <summary>The name of the job.</summary>
    public required string Name { get; init; }

    /// <summary>What starts it.</summary>
    public required SyncScheduler Scheduler { get; init; }

    /// <summary>How often it starts.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>The folders.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>What PowerShell runs.</summary>
    public required string Command { get; init; }

    /// <summary>The files that belong to the job.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The files that belong to the job and do not exist. Without them, it does not start.</summary>
    public IReadOnlyList<string> MissingFiles { get; init; } = [];
}
