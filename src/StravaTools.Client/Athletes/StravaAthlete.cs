using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Client.Clubs;

namespace StravaTools.Client.Athletes;

/// <summary>
/// An athlete, from the mere id (meta) to all that Strava tells (detail): GET /athlete and /athletes/:id (strava-v3-api.md, "Summary of
/// Resources"; attributes by Strava's published swagger).
/// </summary>
public sealed record StravaAthlete
{
    /// <summary>The id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>1 meta, 2 summary, 3 detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>The name in addresses.</summary>
    public string? Username { get; init; }

    /// <summary>The first name.</summary>
    [JsonPropertyName("firstname")]
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    [JsonPropertyName("lastname")]
    public string? LastName { get; init; }

    /// <summary>What the athlete says of himself or herself.</summary>
    public string? Bio { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>M or F.</summary>
    public string? Sex { get; init; }

    /// <summary>Pays for Strava.</summary>
    public bool? Premium { get; init; }

    /// <summary>The same as <see cref="Premium"/>, by its later name.</summary>
    public bool? Summit { get; init; }

    /// <summary>The badge at the picture; 0 for none.</summary>
    public int? BadgeTypeId { get; init; }

    /// <summary>When the athlete came to Strava.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When any of this changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The picture, 124 pixels square; an address, or a path of Strava's own.</summary>
    public string? Profile { get; init; }

    /// <summary>The picture, 62 pixels square.</summary>
    public string? ProfileMedium { get; init; }

    /// <summary>Whether one follows the athlete: pending, accepted, blocked, or null.</summary>
    public string? Friend { get; init; }

    /// <summary>Whether the athlete follows one: pending, accepted, blocked, or null.</summary>
    public string? Follower { get; init; }

    /// <summary>Followers; details only, as all that follows.</summary>
    public int? FollowerCount { get; init; }

    /// <summary>Those whom the athlete follows.</summary>
    public int? FriendCount { get; init; }

    /// <summary>Those whom both follow.</summary>
    public int? MutualFriendCount { get; init; }

    /// <summary>0 for a cyclist, 1 for a runner.</summary>
    public int? AthleteType { get; init; }

    /// <summary>feet or meters.</summary>
    public string? MeasurementPreference { get; init; }

    /// <summary>As %m/%d/%Y.</summary>
    public string? DatePreference { get; init; }

    /// <summary>Functional threshold power, watts.</summary>
    public int? Ftp { get; init; }

    /// <summary>Kilograms.</summary>
    public double? Weight { get; init; }

    /// <summary>The clubs, in summary.</summary>
    public IReadOnlyList<StravaClub>? Clubs { get; init; }

    /// <summary>The bikes.</summary>
    public IReadOnlyList<StravaGear>? Bikes { get; init; }

    /// <summary>The shoes.</summary>
    public IReadOnlyList<StravaGear>? Shoes { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
