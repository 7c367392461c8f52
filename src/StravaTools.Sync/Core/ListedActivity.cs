namespace StravaTools.Sync.Core;

/// <summary>What a list of activities says about one.</summary>
/// <param name="Id">The activity.</param>
/// <param name="UploadId">Its upload; null for a manual activity.</param>
/// <param name="KeyPrefix">The key in its external ID; null if it is not one of ours.</param>
/// <param name="Start">When it started.</param>
/// <param name="Elapsed">Its duration in seconds.</param>
/// <param name="PhotoCount">The number of its photos.</param>
internal sealed record ListedActivity(long Id, long? UploadId, string? KeyPrefix, DateTimeOffset Start, long? Elapsed, int PhotoCount);
