using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Clubs;

/// <summary>
/// A club, in summary, as those of an athlete, or in detail (strava-v3-api.md, "Summary of Resources", /v3/clubs/:id; attributes by
/// Strava's published swagger).
/// </summary>
public sealed record StravaClub
{
    /// <summary>Its id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>1 meta, 2 summary, 3 detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The picture, 124 pixels square; an address, or a path of Strava's own.</summary>
    public string? Profile { get; init; }

    /// <summary>The picture, 60 pixels square.</summary>
    public string? ProfileMedium { get; init; }

    /// <summary>The picture behind its name.</summary>
    public string? CoverPhoto { get; init; }

    /// <summary>The same, smaller.</summary>
    public string? CoverPhotoSmall { get; init; }

    /// <summary>cycling, running, triathlon or other.</summary>
    public string? SportType { get; init; }

    /// <summary>What its members do, as Ride.</summary>
    public IReadOnlyList<string>? ActivityTypes { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>Its members are let in by an administrator.</summary>
    public bool? Private { get; init; }

    /// <summary>Members.</summary>
    public int? MemberCount { get; init; }

    /// <summary>Strava shows it to everybody.</summary>
    public bool? Featured { get; init; }

    /// <summary>Strava knows who runs it.</summary>
    public bool? Verified { get; init; }

    /// <summary>Its name in addresses.</summary>
    public string? Url { get; init; }

    /// <summary>member or pending; null for others. Details only, as all that follows.</summary>
    public string? Membership { get; init; }

    /// <summary>The athlete administers it.</summary>
    public bool? Admin { get; init; }

    /// <summary>The athlete owns it.</summary>
    public bool? Owner { get; init; }

    /// <summary>Who owns it; 64 bits.</summary>
    public long? OwnerId { get; init; }

    /// <summary>What it says of itself.</summary>
    public string? Description { get; init; }

    /// <summary>casual_club, racing_team, shop, company or other.</summary>
    public string? ClubType { get; init; }

    /// <summary>Posts.</summary>
    public int? PostCount { get; init; }

    /// <summary>Members whom the athlete follows.</summary>
    public int? FollowingCount { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
