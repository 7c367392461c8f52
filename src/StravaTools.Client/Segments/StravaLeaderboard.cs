using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Segments;

/// <summary>
/// A page of the leaderboard of a segment: each athlete once, with the best effort (strava-v3-api.md, "Summary of Resources",
/// /v3/segments/:id/leaderboard). Unlike <see cref="StravaAchievement"/>, this is of today.
/// </summary>
public sealed record StravaLeaderboard
{
    /// <summary>Efforts on the segment, of all athletes.</summary>
    public int? EffortCount { get; init; }

    /// <summary>Athletes on all pages.</summary>
    public int? EntryCount { get; init; }

    /// <summary>Those of this page, the fastest first.</summary>
    public IReadOnlyList<StravaLeaderboardEntry>? Entries { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
