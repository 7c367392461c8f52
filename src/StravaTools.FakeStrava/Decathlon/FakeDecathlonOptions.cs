namespace StravaTools.FakeStrava.Decathlon;

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

/// <summary>An activity of the fake's sports tracking data.</summary>
public sealed record FakeDecathlonActivity
{
    /// <summary>Its id, a text; also called TOKEN (decathlon-photos.md, "Add photo to an activity").</summary>
    public string Id { get; init; } = "eu2a8ff4b670340f5144";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "Morning Ride";

    /// <summary>The number of its sport.</summary>
    public int Sport { get; init; } = 381;

    /// <summary>True if it has a route: its first thumbnail is then a map, else a picture of the sport.</summary>
    public bool HasRoute { get; init; } = true;

    /// <summary>When it began.</summary>
    public DateTimeOffset StartDate { get; init; } = new(2026, 1, 15, 8, 30, 0, TimeSpan.FromHours(1));

    /// <summary>Seconds.</summary>
    public int Duration { get; init; } = 3600;

    /// <summary>The URLs of its photos.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>The URL of its thumbnail; null until the fake makes one.</summary>
    public string? Thumbnail { get; init; }
}

/// <summary>A file that was stored.</summary>
/// <param name="Key">The end of its URL.</param>
/// <param name="FileName">The name that came with it.</param>
/// <param name="ContentType">What it is served as.</param>
/// <param name="Bytes">The file.</param>
public sealed record FakeStoredFile(string Key, string FileName, string ContentType, ReadOnlyMemory<byte> Bytes);
