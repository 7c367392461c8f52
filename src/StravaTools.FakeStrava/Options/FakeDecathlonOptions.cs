namespace StravaTools.FakeStrava.Options;

/// <summary>How the Decathlon part of a fake behaves: sports tracking data below /sportstrackingdata, and its login below /connect/oauth.</summary>
public sealed record FakeDecathlonOptions
{
    internal static IReadOnlyList<FakeDecathlonActivity> DefaultActivities { get; } = [new FakeDecathlonActivity()];

    /// <summary>What x-api-key must say.</summary>
    public string ApiKey { get; init; } = "fake-api-key";

    /// <summary>An access token that does not expire by itself; those of the login do.</summary>
    public string AccessToken { get; init; } = "fake-decathlon-token";

    /// <summary>The application that the login knows.</summary>
    public string ClientId { get; init; } = "fake-client";

    /// <summary>How long an access token of the login lives (field-notes.md, 3.6).</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromSeconds(899);

    /// <summary>True if the user says no at the login.</summary>
    public bool DeniesAuthorization { get; init; }

    /// <summary>Requests a minute (field-notes.md, 3.6).</summary>
    public int RequestsPerMinute { get; init; } = 1_000;

    /// <summary>Requests a day (field-notes.md, 3.6).</summary>
    public int RequestsPerDay { get; init; } = 100_000;

    /// <summary>Bytes: a photo must be smaller (decathlon-photos.md, "Photos and Thumbnails").</summary>
    public int MaxPhotoSize { get; init; } = 3_000_000;

    /// <summary>The activities there are at the start: the document has no way to make one.</summary>
    public IReadOnlyList<FakeDecathlonActivity> Activities { get; init; } = DefaultActivities;

    /// <summary>Failures to order, used up in their order.</summary>
    public IReadOnlyList<FakeDecathlonFault> Faults { get; init; } = [];
}
