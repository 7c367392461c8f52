using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Activities.Analysis;
using StravaTools.Client.Athletes;
using StravaTools.Client.Photos;
using StravaTools.Client.Representations;
using StravaTools.Client.Segments;

namespace StravaTools.Client.Activities;

/// <summary>
/// An activity on Strava (strava-activities.md, "Detailed representation attributes"). Summaries, as in lists, lack the description, the
/// calories, gear, photos, efforts, splits, laps, device and embed token. What Strava leaves out is null; attributes without a property are
/// in <see cref="ExtensionData"/>.
/// </summary>
public sealed record StravaActivity
{
    /// <summary>Its id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>-1 processing, 1 meta, 2 summary, 3 detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>As provided at upload.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The upload it came from; null for a manual one.</summary>
    public long? UploadId { get; init; }

    /// <summary>Whose it is; meta or summary.</summary>
    public StravaAthlete? Athlete { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its description.</summary>
    public string? Description { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>Seconds.</summary>
    public long? MovingTime { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Metres.</summary>
    public double? TotalElevationGain { get; init; }

    /// <summary>The highest elevation, metres.</summary>
    public double? ElevHigh { get; init; }

    /// <summary>The lowest elevation, metres.</summary>
    public double? ElevLow { get; init; }

    /// <summary>The activity type, the older word for the sport.</summary>
    public string? Type { get; init; }

    /// <summary>The sport type.</summary>
    public string? SportType { get; init; }

    /// <summary>The instant it began.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The athlete's wall clock when it began.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>As (GMT-08:00) America/Los_Angeles.</summary>
    public string? Timezone { get; init; }

    /// <summary>
    /// Seconds that the wall clock was ahead of UTC (attributes that the document has not are by Strava's published swagger).
    /// </summary>
    public int? UtcOffset { get; init; }

    /// <summary>Where it began, degrees; rounded to 2 decimals unless it is the athlete's own and the token has view_private.</summary>
    [JsonPropertyName("start_latlng")]
    public Position? StartLatLng { get; init; }

    /// <summary>Where it ended, degrees; rounded as the start.</summary>
    [JsonPropertyName("end_latlng")]
    public Position? EndLatLng { get; init; }

    /// <summary>Deprecated by Strava, and no longer filled since 2015 ("Deprecation of location attributes").</summary>
    public string? LocationCity { get; init; }

    /// <summary>Deprecated by Strava, as the city.</summary>
    public string? LocationState { get; init; }

    /// <summary>Deprecated by Strava, as the city.</summary>
    public string? LocationCountry { get; init; }

    /// <summary>Achievements on segments: PRs, second fastest times and the like.</summary>
    public int? AchievementCount { get; init; }

    /// <summary>Personal records on segments.</summary>
    public int? PrCount { get; init; }

    /// <summary>Kudos.</summary>
    public int? KudosCount { get; init; }

    /// <summary>Comments.</summary>
    public int? CommentCount { get; init; }

    /// <summary>Athletes who took part in this group activity; at least 1.</summary>
    public int? AthleteCount { get; init; }

    /// <summary>Photos on Instagram.</summary>
    public int? PhotoCount { get; init; }

    /// <summary>Photos, Instagram's and Strava's.</summary>
    public int? TotalPhotoCount { get; init; }

    /// <summary>A summary of the photos.</summary>
    public StravaPhotos? Photos { get; init; }

    /// <summary>The route.</summary>
    public StravaMap? Map { get; init; }

    /// <summary>Done on a trainer.</summary>
    public bool? Trainer { get; init; }

    /// <summary>A commute.</summary>
    public bool? Commute { get; init; }

    /// <summary>True for an activity made without a file.</summary>
    public bool? Manual { get; init; }

    /// <summary>For the athlete only.</summary>
    public bool? Private { get; init; }

    /// <summary>The device that recorded it.</summary>
    public string? DeviceName { get; init; }

    /// <summary>For www.strava.com/activities/[activity_id]/embed/[embed_token].</summary>
    public string? EmbedToken { get; init; }

    /// <summary>Flagged as dubious.</summary>
    public bool? Flagged { get; init; }

    /// <summary>For runs 0 default, 1 race, 2 long run, 3 workout; for rides 10 default, 11 race, 12 workout.</summary>
    public int? WorkoutType { get; init; }

    /// <summary>The documented name of <see cref="WorkoutType"/>: default, race, long run, or workout; null if it has none.</summary>
    [JsonIgnore]
    public string? WorkoutTypeName => WorkoutType switch
    {
        0 or 10 => "default",
        1 or 11 => "race",
        2 => "long run",
        3 or 12 => "workout",
        _ => null,
    };

    /// <summary>The bike or the pair of shoes, an id of the athlete's gear.</summary>
    public string? GearId { get; init; }

    /// <summary>A summary of the gear.</summary>
    public StravaGear? Gear { get; init; }

    /// <summary>Metres per second.</summary>
    public double? AverageSpeed { get; init; }

    /// <summary>Metres per second.</summary>
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

    /// <summary>Kilojoules, of estimated power if there is no other; rides only.</summary>
    public double? Kilojoules { get; init; }

    /// <summary>True if the watts are from a power meter, false if estimated.</summary>
    public bool? DeviceWatts { get; init; }

    /// <summary>Recorded with heart rate.</summary>
    public bool? HasHeartrate { get; init; }

    /// <summary>Beats per minute over the moving portion; only if recorded.</summary>
    public double? AverageHeartrate { get; init; }

    /// <summary>Beats per minute; only if recorded.</summary>
    public int? MaxHeartrate { get; init; }

    /// <summary>Kilocalories, of kilojoules for rides and of pace for runs.</summary>
    public double? Calories { get; init; }

    /// <summary>How intense the heart rate was; premium athletes only.</summary>
    public int? SufferScore { get; init; }

    /// <summary>The athlete of the token has kudoed it.</summary>
    public bool? HasKudoed { get; init; }

    /// <summary>Some of those who kudoed it.</summary>
    public IReadOnlyList<StravaKudoser>? HighlightedKudosers { get; init; }

    /// <summary>The athlete took it over from somebody who was there too.</summary>
    public bool? FromAcceptedTag { get; init; }

    /// <summary>Not shown in the feeds of followers.</summary>
    public bool? HideFromHome { get; init; }

    /// <summary>The brand of the partner whose device or application made it.</summary>
    public string? PartnerBrandTag { get; init; }

    /// <summary>The athlete keeps it out of leaderboards of segments.</summary>
    public bool? SegmentLeaderboardOptOut { get; init; }

    /// <summary>The athlete keeps it out of leaderboards.</summary>
    public bool? LeaderboardOptOut { get; init; }

    /// <summary>The efforts on segments: the important ones, or all if asked for.</summary>
    public IReadOnlyList<StravaEffort>? SegmentEfforts { get; init; }

    /// <summary>One for each kilometre; runs only.</summary>
    public IReadOnlyList<StravaSplit>? SplitsMetric { get; init; }

    /// <summary>One for each mile; runs only.</summary>
    public IReadOnlyList<StravaSplit>? SplitsStandard { get; init; }

    /// <summary>The laps.</summary>
    public IReadOnlyList<StravaLap>? Laps { get; init; }

    /// <summary>The best efforts over distances such as 400m; runs only.</summary>
    public IReadOnlyList<StravaEffort>? BestEfforts { get; init; }

    /// <summary>Where to put a photo: partner applications only (strava-partner-uploads.md, "Upload an activity without a file").</summary>
    public IReadOnlyList<PhotoMetadata>? PhotoMetadata { get; init; }

    /// <summary>Where a person sees it.</summary>
    [JsonIgnore]
    public Uri? ActivityUrl { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
