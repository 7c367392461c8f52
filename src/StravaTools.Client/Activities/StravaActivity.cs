using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Activities.Analysis;
using StravaTools.Client.Athletes;
using StravaTools.Client.Photos;
using StravaTools.Client.Representations;
using StravaTools.Client.Segments;

namespace StravaTools.Client.Activities;

/// <summary>
/// An activity on Strava (strava-activities.md, "Detailed representation attributes"). Summaries, such as in lists, lack the description,
/// calories, gear, photos, efforts, splits, laps, device, and embed token. Attributes that Strava omits are null; attributes without a
/// property are in <see cref="ExtensionData"/>.
/// </summary>
public sealed record StravaActivity
{
    /// <summary>The 64-bit ID.</summary>
    public long Id { get; init; }

    /// <summary>-1 processing, 1 meta, 2 summary, 3 detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>As provided at upload.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The ID of the upload; null for a manual activity.</summary>
    public long? UploadId { get; init; }

    /// <summary>The athlete it belongs to; meta or summary.</summary>
    public StravaAthlete? Athlete { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Meters.</summary>
    public double? Distance { get; init; }

    /// <summary>Seconds.</summary>
    public long? MovingTime { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Meters.</summary>
    public double? TotalElevationGain { get; init; }

    /// <summary>The highest elevation, in meters.</summary>
    public double? ElevHigh { get; init; }

    /// <summary>The lowest elevation, in meters.</summary>
    public double? ElevLow { get; init; }

    /// <summary>The activity type, which <see cref="SportType"/> replaces.</summary>
    public string? Type { get; init; }

    /// <summary>The sport type.</summary>
    public string? SportType { get; init; }

    /// <summary>The start time.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The start time in the athlete's local time.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>The time zone, such as (GMT-08:00) America/Los_Angeles.</summary>
    public string? Timezone { get; init; }

    /// <summary>The offset from UTC in seconds (attributes that are not in the document are from Strava's published Swagger).</summary>
    public int? UtcOffset { get; init; }

    /// <summary>
    /// The start position, in degrees. Rounded to 2 decimals unless the activity is the athlete's own and the token has view_private.
    /// </summary>
    [JsonPropertyName("start_latlng")]
    public Position? StartLatLng { get; init; }

    /// <summary>The end position, in degrees. Rounded like the start.</summary>
    [JsonPropertyName("end_latlng")]
    public Position? EndLatLng { get; init; }

    /// <summary>Deprecated by Strava, and empty since 2015 ("Deprecation of location attributes").</summary>
    public string? LocationCity { get; init; }

    /// <summary>Deprecated by Strava, like the city.</summary>
    public string? LocationState { get; init; }

    /// <summary>Deprecated by Strava, like the city.</summary>
    public string? LocationCountry { get; init; }

    /// <summary>The number of achievements on segments, such as PRs and second-fastest times.</summary>
    public int? AchievementCount { get; init; }

    /// <summary>The number of personal records on segments.</summary>
    public int? PrCount { get; init; }

    /// <summary>Kudos.</summary>
    public int? KudosCount { get; init; }

    /// <summary>Comments.</summary>
    public int? CommentCount { get; init; }

    /// <summary>The number of athletes in this group activity; at least 1.</summary>
    public int? AthleteCount { get; init; }

    /// <summary>The number of photos on Instagram.</summary>
    public int? PhotoCount { get; init; }

    /// <summary>The number of photos on Instagram and Strava.</summary>
    public int? TotalPhotoCount { get; init; }

    /// <summary>A summary of the photos.</summary>
    public StravaPhotos? Photos { get; init; }

    /// <summary>The route.</summary>
    public StravaMap? Map { get; init; }

    /// <summary>Recorded on a trainer.</summary>
    public bool? Trainer { get; init; }

    /// <summary>A commute.</summary>
    public bool? Commute { get; init; }

    /// <summary>True for an activity created without a file.</summary>
    public bool? Manual { get; init; }

    /// <summary>Visible only to the athlete.</summary>
    public bool? Private { get; init; }

    /// <summary>The device that recorded it.</summary>
    public string? DeviceName { get; init; }

    /// <summary>The token for www.strava.com/activities/[activity_id]/embed/[embed_token].</summary>
    public string? EmbedToken { get; init; }

    /// <summary>Flagged as suspicious.</summary>
    public bool? Flagged { get; init; }

    /// <summary>For runs 0 default, 1 race, 2 long run, 3 workout; for rides 10 default, 11 race, 12 workout.</summary>
    public int? WorkoutType { get; init; }

    /// <summary>The documented name of <see cref="WorkoutType"/>: default, race, long run, or workout; null if it has no name.</summary>
    [JsonIgnore]
    public string? WorkoutTypeName => WorkoutType switch
    {
        0 or 10 => "default",
        1 or 11 => "race",
        2 => "long run",
        3 or 12 => "workout",
        _ => null,
    };

    /// <summary>The ID of the athlete's bike or shoes.</summary>
    public string? GearId { get; init; }

    /// <summary>A summary of the gear.</summary>
    public StravaGear? Gear { get; init; }

    /// <summary>Meters per second.</summary>
    public double? AverageSpeed { get; init; }

    /// <summary>Meters per second.</summary>
    public double? MaxSpeed { get; init; }

    /// <summary>Revolutions per minute, if provided at upload.</summary>
    public double? AverageCadence { get; init; }

    /// <summary>Degrees Celsius, if provided at upload.</summary>
    public double? AverageTemp { get; init; }

    /// <summary>Watts; rides only.</summary>
    public double? AverageWatts { get; init; }

    /// <summary>Watts; rides with power meter data only.</summary>
    public int? MaxWatts { get; init; }

    /// <summary>Watts, akin to xPower and Normalized Power; rides with power meter data only.</summary>
    public int? WeightedAverageWatts { get; init; }

    /// <summary>Kilojoules, from estimated power without a power meter; rides only.</summary>
    public double? Kilojoules { get; init; }

    /// <summary>True if the watts are from a power meter, false if estimated.</summary>
    public bool? DeviceWatts { get; init; }

    /// <summary>True if heart rate was recorded.</summary>
    public bool? HasHeartrate { get; init; }

    /// <summary>Beats per minute over the moving portion; only if recorded.</summary>
    public double? AverageHeartrate { get; init; }

    /// <summary>Beats per minute; only if recorded.</summary>
    public int? MaxHeartrate { get; init; }

    /// <summary>Kilocalories, based on kilojoules for rides and on pace for runs.</summary>
    public double? Calories { get; init; }

    /// <summary>The heart rate intensity; premium athletes only.</summary>
    public int? SufferScore { get; init; }

    /// <summary>True if the athlete of the token gave kudos.</summary>
    public bool? HasKudoed { get; init; }

    /// <summary>Some of the athletes who gave kudos.</summary>
    public IReadOnlyList<StravaKudoser>? HighlightedKudosers { get; init; }

    /// <summary>True if the activity was copied from another participant.</summary>
    public bool? FromAcceptedTag { get; init; }

    /// <summary>Hidden from the feeds of followers.</summary>
    public bool? HideFromHome { get; init; }

    /// <summary>The brand of the partner whose device or application created it.</summary>
    public string? PartnerBrandTag { get; init; }

    /// <summary>True if the athlete excludes it from segment leaderboards.</summary>
    public bool? SegmentLeaderboardOptOut { get; init; }

    /// <summary>True if the athlete excludes it from leaderboards.</summary>
    public bool? LeaderboardOptOut { get; init; }

    /// <summary>The segment efforts: the important ones, or all if requested.</summary>
    public IReadOnlyList<StravaEffort>? SegmentEfforts { get; init; }

    /// <summary>One split per kilometer; runs only.</summary>
    public IReadOnlyList<StravaSplit>? SplitsMetric { get; init; }

    /// <summary>One split per mile; runs only.</summary>
    public IReadOnlyList<StravaSplit>? SplitsStandard { get; init; }

    /// <summary>The laps.</summary>
    public IReadOnlyList<StravaLap>? Laps { get; init; }

    /// <summary>The best efforts over distances such as 400m; runs only.</summary>
    public IReadOnlyList<StravaEffort>? BestEfforts { get; init; }

    /// <summary>
    /// The upload address for a photo; partner applications only (strava-partner-uploads.md, "Upload an activity without a file").
    /// </summary>
    public IReadOnlyList<PhotoMetadata>? PhotoMetadata { get; init; }

    /// <summary>The page of the activity on the website.</summary>
    [JsonIgnore]
    public Uri? ActivityUrl { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
