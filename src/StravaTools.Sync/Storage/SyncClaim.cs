namespace StravaTools.Sync.Storage;

/// <summary>The right to work on an athlete's files. Everything that a run stores carries it.</summary>
/// <param name="Athlete">The athlete.</param>
/// <param name="Fence">Grows with each claim, so that a run that was thought dead cannot store anything after another one began.</param>
internal sealed record SyncClaim(long Athlete, long Fence);
