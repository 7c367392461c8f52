using StravaTools.FakeStrava.Decathlon;
using StravaTools.FakeStrava.Processing;

namespace StravaTools.FakeStrava;

/// <summary>How a fake behaves where Strava behaves in more than one way.</summary>
public sealed record FakeStravaOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// When an upload is processed. By default at once: the answer to the POST still says that it is being processed, the first poll that
    /// it is ready.
    /// </summary>
    public ProcessingPolicy Processing { get; init; } = ProcessingPolicy.Immediate;

    /// <summary>The fake's clock: when uploads come due and photo URLs expire.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The form of the error of a duplicate.</summary>
    public DuplicateText DuplicateText { get; init; } = DuplicateText.Plain;

    /// <summary>
    /// True for a partner application, which gets <c>photo_metadata</c> (strava-partner-uploads.md, "Step 1"); ordinary ones never see
    /// it.
    /// </summary>
    public bool IsPartner { get; init; } = true;

    /// <summary>Bytes: the greatest photo taken, told as <c>max_size</c>.</summary>
    public int MaxPhotoSize { get; init; } = 10_000_000;

    /// <summary>The athletes and their tokens. The first is the default.</summary>
    public IReadOnlyList<FakeAthlete> Athletes { get; init; } = [new FakeAthlete()];

    /// <summary>
    /// The first id; the next ones count up from it. It does not fit 32 bits unless told so ("Do not assume it fits in a 32-bit integer",
    /// strava-uploads.md, activity_id); above 2^53 it breaks clients that keep ids as doubles.
    /// </summary>
    public long FirstId { get; init; } = 10_000_000_001;

    /// <summary>How the Decathlon part behaves.</summary>
    public FakeDecathlonOptions Decathlon { get; init; } = new();
}

/// <summary>The two forms in which Strava tells of a duplicate (field-notes.md, 3.1).</summary>
public enum DuplicateText
{
    /// <summary><c>ride.fit duplicate of activity 123</c>.</summary>
    Plain,

    /// <summary><c>ride.fit duplicate of &lt;a href='/activities/123' target='_blank'&gt;Morning Ride&lt;/a&gt;</c>.</summary>
    Html,
}

/// <summary>An athlete of the fake.</summary>
public sealed record FakeAthlete
{
    /// <summary>The id of the athlete.</summary>
    public long Id { get; init; } = 227_615;

    /// <summary>The access token that stands for the athlete.</summary>
    public string AccessToken { get; init; } = "fake-access-token";

    /// <summary>The first name.</summary>
    public string FirstName { get; init; } = "Fake";

    /// <summary>The last name.</summary>
    public string LastName { get; init; } = "Athlete";

    /// <summary>Where the athlete lives: the time zone of activities whose file tells none.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;
}
