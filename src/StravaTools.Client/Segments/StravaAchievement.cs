using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Segments;

/// <summary>
/// A rank at the time of the upload. It is never updated, so it does not reflect the current leaderboard (strava-activities.md,
/// "Achievements").
/// </summary>
public sealed record StravaAchievement
{
    /// <summary>2 all-time leaderboard, 3 personal record, 5 leaderboard of the year ("Achievement Types").</summary>
    public int? TypeId { get; init; }

    /// <summary>overall, pr, or year_overall.</summary>
    public string? Type { get; init; }

    /// <summary>1 for the best.</summary>
    public int? Rank { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
