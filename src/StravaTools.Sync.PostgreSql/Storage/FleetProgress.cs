namespace StravaTools.Sync.PostgreSql.Storage;

/// <summary>The progress of all workers, from the database.</summary>
/// <param name="Steps">How many files are at each step.</param>
/// <param name="OldestOpen">For how many seconds the oldest open file has waited; null without one.</param>
/// <param name="LeftInQuarter">Requests left in the quarter of an hour.</param>
/// <param name="LeftInDay">Requests left in the day.</param>
internal sealed record FleetProgress(
    IReadOnlyList<(string Name, long Files)> Steps, double? OldestOpen, long LeftInQuarter, long LeftInDay);
