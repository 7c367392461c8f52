namespace StravaTools.FakeStrava.Options;

/// <summary>An activity of the fake's sports tracking data.</summary>
public sealed record FakeDecathlonActivity
{
    /// <summary>Its id, which is a text, also called TOKEN (decathlon-photos.md, "Add photo to an activity").</summary>
    public string Id { get; init; } = "eu2a8ff4b670340f5144";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "Morning Ride";

    /// <summary>The number of its sport.</summary>
    public int Sport { get; init; } = 381;

    /// <summary>True if it has a route: its generated thumbnail is then a map, else a picture of the sport.</summary>
    public bool HasRoute { get; init; } = true;

    /// <summary>When it began.</summary>
    public DateTimeOffset StartDate { get; init; } = new(2026, 1, 15, 8, 30, 0, TimeSpan.FromHours(1));

    /// <summary>Seconds.</summary>
    public int Duration { get; init; } = 3600;

    /// <summary>The URLs of its photos.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>The URL of its thumbnail; null until the fake generates one.</summary>
    public string? Thumbnail { get; init; }
}
