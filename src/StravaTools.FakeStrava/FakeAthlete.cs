using StravaTools.Activities.Analysis;

namespace StravaTools.FakeStrava;

/// <summary>An athlete of the fake.</summary>
public sealed record FakeAthlete
{
    /// <summary>The scopes of a token that may do everything.</summary>
    public const string AllScopes = "read,read_all,profile:read_all,profile:write,activity:read,activity:read_all,activity:write";

    /// <summary>The id of the athlete.</summary>
    public long Id { get; init; } = 227_615;

    /// <summary>The access token that stands for the athlete and the first application.</summary>
    public string AccessToken { get; init; } = "fake-access-token";

    /// <summary>When <see cref="AccessToken"/> expires; null for never.</summary>
    public DateTimeOffset? AccessTokenExpiresAt { get; init; }

    /// <summary>The refresh token that goes with <see cref="AccessToken"/>. Of athletes with the same one the first counts.</summary>
    public string RefreshToken { get; init; } = "fake-refresh-token";

    /// <summary>
    /// What <see cref="AccessToken"/> may do, with commas in between: today's scopes, or those of the documents (<c>public</c>, <c>write</c>,
    /// <c>view_private</c>).
    /// </summary>
    public string Scopes { get; init; } = AllScopes;

    /// <summary>The first name.</summary>
    public string FirstName { get; init; } = "Fake";

    /// <summary>The last name.</summary>
    public string LastName { get; init; } = "Athlete";

    /// <summary>The city.</summary>
    public string City { get; init; } = "Zürich";

    /// <summary>The country.</summary>
    public string Country { get; init; } = "Switzerland";

    /// <summary>F, M, or null.</summary>
    public string? Sex { get; init; }

    /// <summary>Kilograms: what calories and estimated power are computed with.</summary>
    public double Weight { get; init; } = 70;

    /// <summary>Pays for Strava: has zones and suffer scores.</summary>
    public bool IsPremium { get; init; } = true;

    /// <summary>The athlete's privacy setting: new activities are private unless they say otherwise (strava-activities.md, private).</summary>
    public bool ActivitiesArePrivate { get; init; }

    /// <summary>Where the athlete lives: the time zone of activities whose file tells none.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Beats per minute.</summary>
    public int MaxHeartRate { get; init; } = 196;

    /// <summary>Beats per minute where the second to the fifth zone begin (strava-activities.md, "List activity zones": those of the example).</summary>
    public IReadOnlyList<int> HeartRateZones { get; init; } = [115, 152, 171, 190];

    /// <summary>True if the athlete set <see cref="HeartRateZones"/>, false if Strava did.</summary>
    public bool HasCustomZones { get; init; }

    /// <summary>The time over 5 km that pace zones come from ("based on the athlete's user-submitted race times"); null if none was given.</summary>
    public TimeSpan? FiveKilometres { get; init; } = new TimeSpan(0, 19, 30);

    /// <summary>Bikes (ids that begin with b) and shoes (g).</summary>
    public IReadOnlyList<FakeGear> Gear { get; init; } =
        [new FakeGear("b105763", "Cannondale TT", 476_612.9), new FakeGear("g138727", "Nike Air", 88_983.1)];

    /// <summary>Places whose surroundings are nobody's business.</summary>
    public IReadOnlyList<FakePrivacyZone> PrivacyZones { get; init; } = [];
}

/// <summary>A bike or a pair of shoes.</summary>
/// <param name="Id">Begins with b for bikes and with g for shoes.</param>
/// <param name="Name">The name.</param>
/// <param name="Distance">Metres so far.</param>
/// <param name="Primary">True for the one that new activities get.</param>
public sealed record FakeGear(string Id, string Name, double Distance = 0, bool Primary = true);

/// <summary>A circle in which an athlete's track is hidden.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Radius">Metres.</param>
public sealed record FakePrivacyZone(double Latitude, double Longitude, double Radius)
{
    internal bool Contains(double latitude, double longitude) => DistanceAnalysis.Between(Latitude, Longitude, latitude, longitude) <= Radius;
}

/// <summary>A circle that has a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Radius">Metres.</param>
public sealed record FakePlace(string Name, double Latitude, double Longitude, double Radius)
{
    internal bool Contains(double latitude, double longitude) => DistanceAnalysis.Between(Latitude, Longitude, latitude, longitude) <= Radius;
}

/// <summary>A registered application (strava-v3-api.md, "Access").</summary>
public sealed record FakeApplication
{
    /// <summary>The client_id.</summary>
    public int ClientId { get; init; } = 1;

    /// <summary>The client_secret.</summary>
    public string ClientSecret { get; init; } = "fake-client-secret";

    /// <summary>The id of the athlete who registered it; null for the first athlete.</summary>
    public long? AthleteId { get; init; }

    /// <summary>The name that the consent page shows.</summary>
    public string Name { get; init; } = "Fake Application";

    /// <summary>The host to which the consent page may go back; localhost and 127.0.0.1 are always allowed.</summary>
    public string CallbackDomain { get; init; } = "localhost";

    /// <summary>The athlete who registered it; null if there is no such athlete.</summary>
    internal FakeAthlete? FindOwner(IReadOnlyList<FakeAthlete> athletes) =>
        AthleteId is { } id ? athletes.FirstOrDefault(athlete => athlete.Id == id) : athletes[0];
}

/// <summary>A segment.</summary>
public sealed record FakeSegment
{
    /// <summary>The id.</summary>
    public long Id { get; init; } = 2_417_854;

    /// <summary>The name.</summary>
    public string Name { get; init; } = "Dash for the Ferry";

    /// <summary>Ride or Run: which activities get efforts.</summary>
    public string ActivityType { get; init; } = "Run";

    /// <summary>The route, as an encoded polyline (strava-v3-api.md, "Polylines").</summary>
    public string Polyline { get; init; } = "";

    /// <summary>Per cent.</summary>
    public double AverageGrade { get; init; }

    /// <summary>Per cent.</summary>
    public double MaximumGrade { get; init; }

    /// <summary>Metres.</summary>
    public double ElevationHigh { get; init; }

    /// <summary>Metres.</summary>
    public double ElevationLow { get; init; }

    /// <summary>0 for none, 1 (category 4) to 5 (beyond category).</summary>
    public int ClimbCategory { get; init; }

    /// <summary>The city.</summary>
    public string City { get; init; } = "";

    /// <summary>The state or canton.</summary>
    public string State { get; init; } = "";

    /// <summary>The country.</summary>
    public string Country { get; init; } = "";

    /// <summary>Private segments are told to their maker only, who is no athlete of the fake: efforts on them are hidden.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>False: efforts on it are told with include_all_efforts only (strava-activities.md, "Retrieve an activity").</summary>
    public bool IsImportant { get; init; } = true;
}

/// <summary>A club.</summary>
public sealed record FakeClub
{
    /// <summary>The id.</summary>
    public long Id { get; init; } = 1;

    /// <summary>The name.</summary>
    public string Name { get; init; } = "Team Fake";

    /// <summary>What it says of itself.</summary>
    public string Description { get; init; } = "";

    /// <summary>cycling, running, triathlon or other.</summary>
    public string SportType { get; init; } = "other";

    /// <summary>The city.</summary>
    public string City { get; init; } = "";

    /// <summary>The country.</summary>
    public string Country { get; init; } = "";

    /// <summary>Shown to members only.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The ids of the athletes who are members.</summary>
    public IReadOnlyList<long> Members { get; init; } = [];
}
