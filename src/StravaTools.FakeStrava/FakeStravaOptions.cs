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

    /// <summary>
    /// How long an activity that an upload tells of goes on processing (strava-activities.md, resource_state): until then it is told with
    /// <c>resource_state</c> -1 and without efforts on segments. Polls are requests for the activity. By default not at all.
    /// </summary>
    public ProcessingPolicy ActivityProcessing { get; init; } = ProcessingPolicy.Immediate;

    /// <summary>The fake's clock: when uploads come due and photo URLs expire.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The form of the error of a duplicate.</summary>
    public DuplicateText DuplicateText { get; init; } = DuplicateText.Plain;

    /// <summary>
    /// True for a partner application, which gets <c>photo_metadata</c> (strava-partner-uploads.md, "Step 1"); ordinary ones never see
    /// it.
    /// </summary>
    public bool IsPartner { get; init; } = true;

    /// <summary>
    /// The greatest photo that is accepted, in bytes, and the <c>max_size</c> of <c>photo_metadata</c>. By default <c>max_size</c> is 1600 as in the documented
    /// answer, which gives no unit, and photos of up to 10,000,000 bytes are accepted.
    /// </summary>
    public int? MaxPhotoSize { get; init; }

    /// <summary>Strava as the documents describe it, or as it answers today.</summary>
    public FakeProfile Profile { get; init; } = FakeProfile.Current;

    /// <summary>The limits of each application; null for those of the profile.</summary>
    public FakeRateLimits? RateLimits { get; init; }

    /// <summary>The athletes and their tokens. The first is the default, and the one who is logged in on the consent page.</summary>
    public IReadOnlyList<FakeAthlete> Athletes { get; init; } = [new FakeAthlete()];

    /// <summary>
    /// The registered applications. The tokens of the athletes above are the first one's. Each other application has a token of the athlete who registered
    /// it, which its settings page shows; everything else requires that an athlete authorizes it.
    /// </summary>
    public IReadOnlyList<FakeApplication> Applications { get; init; } = [new FakeApplication()];

    /// <summary>The segments there are. Uploads that pass over one get an effort on it.</summary>
    public IReadOnlyList<FakeSegment> Segments { get; init; } = [];

    /// <summary>The places that names of new activities tell (strava-uploads.md, name). By default none: names tell the time of the day and the sport.</summary>
    public IReadOnlyList<FakePlace> Places { get; init; } = [];

    /// <summary>
    /// The elevation database (strava-uploads.md, "Device and Elevation Data"): metres above sea level at degrees north and east, null where they are
    /// not known. By default there is none, and altitudes are those of the file.
    /// </summary>
    public Func<double, double, double?>? ElevationAt { get; init; }

    /// <summary>The clubs there are.</summary>
    public IReadOnlyList<FakeClub> Clubs { get; init; } = [];

    /// <summary>What ids and tokens are made from: the same seed and the same requests give the same ones.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The first id; the next ones count up from it. It does not fit 32 bits unless told so ("Do not assume it fits in a 32-bit integer",
    /// strava-uploads.md, activity_id); above 2^53 it breaks clients that keep ids as doubles. By default it depends on the seed.
    /// </summary>
    public long FirstId
    {
        get => field != 0 ? field : 10_000_000_001 + (Seed * 1_000_000L);
        init;
    }

    /// <summary>How the Decathlon part behaves.</summary>
    public FakeDecathlonOptions Decathlon { get; init; } = new();
}

/// <summary>The two forms in which Strava tells of a duplicate (field-notes.md, 3.1).</summary>
public enum DuplicateText
{
    /// <summary><c>ride.fit duplicate of activity 123</c>.</summary>
    Plain,

    /// <summary>
    /// <c>ride.fit duplicate of &lt;a href='/activities/123' target='_blank'&gt;Morning Ride&lt;/a&gt;</c>; with the link escaped in the profile
    /// <see cref="FakeProfile.Documented"/>, since errors "may also include escaped HTML" (strava-uploads.md, "Errors").
    /// </summary>
    Html,
}

/// <summary>Which Strava the fake is.</summary>
public enum FakeProfile
{
    /// <summary>As recordings of the wire have it (field-notes.md, 3): 429 on limits, limits for reading, today's scopes and shapes.</summary>
    Current,

    /// <summary>As the documents have it: 403 on limits, 600 requests in 15 minutes and 30,000 a day, DELETE, private on update, the document's exercises only.</summary>
    Documented,
}

/// <summary>The limits of an application.</summary>
/// <param name="QuarterHour">Requests in a quarter of an hour.</param>
/// <param name="Daily">Requests a day.</param>
/// <param name="ReadQuarterHour">Requests in a quarter of an hour that are neither uploads nor new activities; null for no such limit.</param>
/// <param name="ReadDaily">The same a day.</param>
public sealed record FakeRateLimits(int QuarterHour, int Daily, int? ReadQuarterHour = null, int? ReadDaily = null)
{
    /// <summary>"The default rate limit allows 600 requests every 15 minutes, with up to 30,000 requests per day" (strava-v3-api.md).</summary>
    public static FakeRateLimits Documented { get; } = new(600, 30_000);

    /// <summary>Those of a new application today (field-notes.md, 3.4).</summary>
    public static FakeRateLimits Current { get; } = new(200, 2_000, 100, 1_000);

    /// <summary>So many that no test meets them; the headers tell of them all the same.</summary>
    public static FakeRateLimits Unlimited { get; } = new(int.MaxValue, int.MaxValue);
}
