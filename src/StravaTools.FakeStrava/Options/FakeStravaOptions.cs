namespace StravaTools.FakeStrava.Options;

/// <summary>The options of a fake.</summary>
public sealed record FakeStravaOptions
{
    /// <summary>The port on 127.0.0.1; 0 uses any free port.</summary>
    public int Port { get; init; }

    /// <summary>
    /// When an upload is processed. By default at once: the response to the POST still reports processing, and the first poll that it is
    /// ready.
    /// </summary>
    public ProcessingPolicy Processing { get; init; } = ProcessingPolicy.Immediate;

    /// <summary>
    /// How long the activity of an upload continues processing (strava-activities.md, resource_state): until then it has
    /// <c>resource_state</c> -1 and no efforts on segments. Requests for the activity count as polls. By default it is ready at once.
    /// </summary>
    public ProcessingPolicy ActivityProcessing { get; init; } = ProcessingPolicy.Immediate;

    /// <summary>The fake's clock, by which uploads are processed, and tokens and photo URLs expire.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The form of the error of a duplicate.</summary>
    public DuplicateText DuplicateText { get; init; } = DuplicateText.PlainPattern;

    /// <summary>
    /// True for a partner application, which gets <c>photo_metadata</c> (strava-partner-uploads.md, "Step 1"); other applications, and so
    /// the default, do not.
    /// </summary>
    public bool IsPartner { get; init; }

    /// <summary>
    /// The largest accepted photo in bytes, and the <c>max_size</c> of <c>photo_metadata</c>. By default <c>max_size</c> is 1600 as in the
    /// documented response, which has no unit, and photos of up to 10,000,000 bytes are accepted.
    /// </summary>
    public int? MaxPhotoSize { get; init; }

    /// <summary>Strava as the documents describe it, or as it answers today.</summary>
    public FakeProfile Profile { get; init; } = FakeProfile.Current;

    /// <summary>
    /// True for Strava as announced for June 2027: the API is at the root, /api/v3 redirects to it, access tokens are accepted only in the
    /// header Authorization, and oauth/deauthorize no longer exists. By default, the API is below /api/v3.
    /// </summary>
    public bool ApiAtRoot { get; init; }

    /// <summary>The limits of each application; null for those of the profile.</summary>
    public FakeRateLimits? RateLimits { get; init; }

    /// <summary>The athletes and their tokens. The first is the default, and the one who is logged in on the consent page.</summary>
    public IReadOnlyList<FakeAthlete> Athletes { get; init; } = [new FakeAthlete()];

    /// <summary>
    /// The registered applications. The tokens of <see cref="Athletes"/> are for the first. Each other application has a token of the
    /// athlete who registered it, which its settings page shows; all other access requires that an athlete authorizes it.
    /// </summary>
    public IReadOnlyList<FakeApplication> Applications { get; init; } = [new FakeApplication()];

    /// <summary>The segments. An upload that crosses a segment gets an effort on it.</summary>
    public IReadOnlyList<FakeSegment> Segments { get; init; } = [];

    /// <summary>
    /// Places for the names of new activities (strava-uploads.md, name). By default none: names consist of the time of day and the sport.
    /// </summary>
    public IReadOnlyList<FakePlace> Places { get; init; } = [];

    /// <summary>
    /// The elevation database (strava-uploads.md, "Device and Elevation Data"): meters above sea level at degrees north and east, or null
    /// for an unknown elevation. Without a database, which is the default, altitudes are those of the file.
    /// </summary>
    public Func<double, double, double?>? ElevationAt { get; init; }

    /// <summary>The clubs.</summary>
    public IReadOnlyList<FakeClub> Clubs { get; init; } = [];

    /// <summary>
    /// The state at the start as JSON, in the shape of /__admin/strava/state. Its lists replace those of the other options; null for none.
    /// </summary>
    public string? State { get; init; }

    /// <summary>What ids and tokens are derived from: the same seed and the same requests result in the same ids and tokens.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The first id; the next ones count up from it. The default depends on the seed and does not fit into 32 bits ("Do not assume it
    /// fits in a 32-bit integer", strava-uploads.md, activity_id). An id above 2^53 reveals clients that store ids as doubles.
    /// </summary>
    public long FirstId
    {
        get => field != 0 ? field : 10_000_000_001 + (Seed * 1_000_000L);
        init;
    }

    /// <summary>How the Decathlon part behaves.</summary>
    public FakeDecathlonOptions Decathlon { get; init; } = new();

    /// <summary>The application with the client_id; null if it is not registered.</summary>
    internal FakeApplication? FindApplication(string? clientId) =>
        Applications.FirstOrDefault(application => FormattableString.Invariant($"{application.ClientId}") == clientId);

    /// <summary>The segment with the id; null if it does not exist or is private.</summary>
    internal FakeSegment? FindSegment(long? id) => Segments.FirstOrDefault(segment => segment.Id == id && !segment.IsPrivate);

    /// <summary>The club with the id; null if it does not exist.</summary>
    internal FakeClub? FindClub(long? id) => Clubs.FirstOrDefault(club => club.Id == id);

    /// <summary>The athlete with the id; null if it does not exist.</summary>
    internal FakeAthlete? FindAthlete(long? id) => Athletes.FirstOrDefault(athlete => athlete.Id == id);
}
