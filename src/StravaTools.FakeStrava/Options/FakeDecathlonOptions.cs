namespace StravaTools.FakeStrava.Options;

/// <summary>
/// How the Decathlon part of a fake behaves: sports tracking data below /sportstrackingdata, and its login below /connect/oauth.
/// </summary>
public sealed record FakeDecathlonOptions
{
    internal static IReadOnlyList<FakeDecathlonActivity> DefaultActivities { get; } = [new FakeDecathlonActivity()];

    /// <summary>The required value of x-api-key.</summary>
    public string ApiKey { get; init; } = "fake-api-key";

    /// <summary>An access token that does not expire with time, unlike those of the login.</summary>
    public string AccessToken { get; init; } = "fake-decathlon-token";

    /// <summary>The client_id of the application that can log in.</summary>
    public string ClientId { get; init; } = "fake-client";

    /// <summary>How long an access token of the login is valid (field-notes.md, 3.6).</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromSeconds(899);

    /// <summary>True if the user denies consent at the login.</summary>
    public bool DeniesAuthorization { get; init; }

    /// <summary>Requests per minute (field-notes.md, 3.6).</summary>
    public int RequestsPerMinute { get; init; } = 1_000;

    /// <summary>Requests per day (field-notes.md, 3.6).</summary>
    public int RequestsPerDay { get; init; } = 100_000;

    /// <summary>Bytes: a photo must be smaller (decathlon-photos.md, "Photos and Thumbnails").</summary>
    public int MaxPhotoSize { get; init; } = 3_000_000;

    /// <summary>The activities at the start: the documented API cannot create one.</summary>
    public IReadOnlyList<FakeDecathlonActivity> Activities { get; init; } = DefaultActivities;

    /// <summary>Failures to order, in this order.</summary>
    public IReadOnlyList<FakeDecathlonFault> Faults { get; init; } = [];
}
