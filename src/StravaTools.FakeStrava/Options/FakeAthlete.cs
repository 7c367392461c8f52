namespace StravaTools.FakeStrava.Options;

/// <summary>An athlete of the fake.</summary>
public sealed record FakeAthlete
{
    /// <summary>The scopes of a token with all permissions.</summary>
    public const string AllScopes = "read,read_all,profile:read_all,profile:write,activity:read,activity:read_all,activity:write";

    /// <summary>The id of the athlete.</summary>
    public long Id { get; init; } = 227_615;

    /// <summary>The access token of the athlete for the first application.</summary>
    public string AccessToken { get; init; } = "fake-access-token";

    /// <summary>When <see cref="AccessToken"/> expires; null for never.</summary>
    public DateTimeOffset? AccessTokenExpiresAt { get; init; }

    /// <summary>The refresh token of <see cref="AccessToken"/>. If athletes share a token, it belongs to the first.</summary>
    public string RefreshToken { get; init; } = "fake-refresh-token";

    /// <summary>
    /// The scopes of <see cref="AccessToken"/>, separated by commas: today's, or those of the documents (<c>public</c>, <c>write</c>,
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

    /// <summary>Kilograms; used for calories and estimated power.</summary>
    public double Weight { get; init; } = 70;

    /// <summary>True for a subscriber, who gets zones and suffer scores.</summary>
    public bool IsPremium { get; init; } = true;

    /// <summary>
    /// The athlete's privacy setting: new activities are private unless the request says otherwise (strava-activities.md, private).
    /// </summary>
    public bool ActivitiesArePrivate { get; init; }

    /// <summary>The time zone of activities whose file has no time zone.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Beats per minute.</summary>
    public int MaxHeartRate { get; init; } = 196;

    /// <summary>
    /// Beats per minute where the second to the fifth zone begin; by default those of the example (strava-activities.md, "List activity
    /// zones").
    /// </summary>
    public IReadOnlyList<int> HeartRateZones { get; init; } = [115, 152, 171, 190];

    /// <summary>True if the athlete set <see cref="HeartRateZones"/>, false if Strava did.</summary>
    public bool HasCustomZones { get; init; }

    /// <summary>
    /// The time over 5 km, from which pace zones are computed ("based on the athlete's user-submitted race times"); null for an athlete
    /// without one, who has no pace zones.
    /// </summary>
    public TimeSpan? FiveKilometres { get; init; } = new TimeSpan(0, 19, 30);

    /// <summary>Bikes (ids that begin with b) and shoes (g).</summary>
    public IReadOnlyList<FakeGear> Gear { get; init; } =
        [new FakeGear("b105763", "Cannondale TT", 476_612.9), new FakeGear("g138727", "Nike Air", 88_983.1)];

    /// <summary>Circles in which the track is hidden from others.</summary>
    public IReadOnlyList<FakePrivacyZone> PrivacyZones { get; init; } = [];
}
