namespace StravaTools.PowerShell.Schedules;

/// <summary>What a scheduler starts, and when.</summary>
internal sealed record SyncJob
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Paths { get; init; }

    public required JobTimes Times { get; init; }

    /// <summary>The program, with its full path: jobs have no search path of the user.</summary>
    public required string Program { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>After this time, the scheduler ends the job.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>The file for output, where the scheduler has no log of its own.</summary>
    public required string OutputFile { get; init; }

    public string Description => $"Uploads the activity files of {string.Join(", ", Paths)} to Strava";

    /// <summary>Starts are delayed by a random time up to this one, so that jobs do not all start in the same second.</summary>
    public TimeSpan MaxDelay => TimeSpan.FromMinutes(Math.Min(10, Math.Floor(Times.Every.TotalMinutes / 6)));
}
