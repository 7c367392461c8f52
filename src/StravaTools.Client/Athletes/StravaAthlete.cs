using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Client.Clubs;

namespace StravaTools.Client.Athletes;

/// <summary>
/// An athlete, from only the ID (meta) to all attributes (detail): GET /athlete and /athletes/:id (strava-v3-api.md, "Summary of
/// Resources"; attributes from Strava's published Swagger).
/// </summary>
public sealed record StravaAthlete
{
    /// <summary>The 64-bit ID.</summary>
    public long Id { get; init; }

    /// <summary>1 meta, 2 summary, 3 detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>The name in profile addresses.</summary>
    public string? Username { get; init; }

    /// <summary>The first name.</summary>
    [JsonPropertyName("firstname")]
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    [JsonPropertyName("lastname")]
    public string? LastName { get; init; }

    /// <summary>The athlete's self-description.</summary>
    public string? Bio { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>M or F.</summary>
    public string? Sex { get; init; }

    /// <summary>True for subscribers.</summary>
    public bool? Premium { get; init; }

    /// <summary>The newer name of <see cref="Premium"/>.</summary>
    public bool? Summit { get; init; }

    /// <summary>The badge next to the picture; 0 for no badge.</summary>
    public int? BadgeTypeId { get; init; }

    /// <summary>When the account was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When any of this last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The picture, 124 pixels square; a URL, or a path relative to Strava's website.</summary>
    public string? Profile { get; init; }

    /// <summary>The picture, 62 pixels square.</summary>
    public string? ProfileMedium { get; init; }

    /// <summary>Whether the current athlete follows this athlete: pending, accepted, blocked, or null.</summary>
    public string? Friend { get; init; }

    /// <summary>Whether this athlete follows the current athlete: pending, accepted, blocked, or null.</summary>
    public string? Follower { get; init; }

    /// <summary>The number of followers; this and all following properties are in details only.</summary>
    public int? FollowerCount { get; init; }

    /// <summary>The number of athletes whom this athlete follows.</summary>
    public int? FriendCount { get; init; }

    /// <summary>The number of athletes whom both follow.</summary>
    public int? MutualFriendCount { get; init; }

    /// <summary>0 for a cyclist, 1 for a runner.</summary>
    public int? AthleteType { get; init; }

    /// <summary>feet or meters.</summary>
    public string? MeasurementPreference { get; init; }

    /// <summary>The date format, such as %m/%d/%Y.</summary>
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
