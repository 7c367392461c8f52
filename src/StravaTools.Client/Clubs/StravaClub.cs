using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Clubs;

/// <summary>
/// A club, in summary (as part of an athlete) or in detail (strava-v3-api.md, "Summary of Resources", /v3/clubs/:id; attributes from
/// Strava's published Swagger).
/// </summary>
public sealed record StravaClub
{
    /// <summary>The 64-bit ID.</summary>
    public long Id { get; init; }

    /// <summary>1 meta, 2 summary, 3 detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The picture, 124 pixels square; a URL, or a path relative to Strava's website.</summary>
    public string? Profile { get; init; }

    /// <summary>The picture, 60 pixels square.</summary>
    public string? ProfileMedium { get; init; }

    /// <summary>The cover photo.</summary>
    public string? CoverPhoto { get; init; }

    /// <summary>The cover photo, smaller.</summary>
    public string? CoverPhotoSmall { get; init; }

    /// <summary>cycling, running, triathlon, or other.</summary>
    public string? SportType { get; init; }

    /// <summary>The activities of its members, such as Ride.</summary>
    public IReadOnlyList<string>? ActivityTypes { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>True if an administrator must admit members.</summary>
    public bool? Private { get; init; }

    /// <summary>The number of members.</summary>
    public int? MemberCount { get; init; }

    /// <summary>True if Strava promotes the club.</summary>
    public bool? Featured { get; init; }

    /// <summary>True if Strava verified the club.</summary>
    public bool? Verified { get; init; }

    /// <summary>The name in the club's address.</summary>
    public string? Url { get; init; }

    /// <summary>member or pending; null if the athlete did not join. This and all following properties are in details only.</summary>
    public string? Membership { get; init; }

    /// <summary>True if the athlete is an administrator.</summary>
    public bool? Admin { get; init; }

    /// <summary>True if the athlete is the owner.</summary>
    public bool? Owner { get; init; }

    /// <summary>The 64-bit ID of the owner.</summary>
    public long? OwnerId { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>casual_club, racing_team, shop, company, or other.</summary>
    public string? ClubType { get; init; }

    /// <summary>The number of posts.</summary>
    public int? PostCount { get; init; }

    /// <summary>The number of members whom the athlete follows.</summary>
    public int? FollowingCount { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
