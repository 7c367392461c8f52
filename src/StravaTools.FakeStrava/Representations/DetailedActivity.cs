using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>
/// An activity in Strava's detailed representation (strava-activities.md, "Detailed representation attributes"); <c>sport_type</c> and
/// <c>utc_offset</c> are in the swagger. Attributes that only some activities have are null for others, and absent in JSON.
/// </summary>
public sealed record DetailedActivity
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>3: detail; -1 while processing.</summary>
    public int ResourceState { get; init; } = 3;

    /// <summary>The external id of the upload; null for a manual activity.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The upload it was made from; null for a manual activity.</summary>
    public long? UploadId { get; init; }

    /// <summary><see cref="UploadId"/> as text; not there for a manual activity.</summary>
    [OnlyIn(FakeProfile.Current)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UploadIdStr => UploadId?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The athlete.</summary>
    public MetaAthlete Athlete { get; init; } = new(0);

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The description.</summary>
    [DetailOnly]
    public string? Description { get; init; }

    /// <summary>Meters.</summary>
    public double Distance { get; init; }

    /// <summary>Seconds.</summary>
    public int MovingTime { get; init; }

    /// <summary>Seconds.</summary>
    public int ElapsedTime { get; init; }

    /// <summary>Meters.</summary>
    [WireNumber(WireNumberForm.FractionUnlessZero)]
    public double TotalElevationGain { get; init; }

    /// <summary>Meters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ElevHigh { get; init; }

    /// <summary>Meters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ElevLow { get; init; }

    /// <summary>The old activity type, to which newer sport types are mapped.</summary>
    public string Type { get; init; } = "Workout";

    /// <summary>The sport type.</summary>
    public string SportType { get; init; } = "Workout";

    /// <summary>The instant of the start.</summary>
    public DateTime StartDate { get; init; }

    /// <summary>The wall clock at the start, written as if it were UTC (strava-v3-api.md, "Dates").</summary>
    public DateTime StartDateLocal { get; init; }

    /// <summary>Such as "(GMT-08:00) America/Los_Angeles".</summary>
    public string Timezone { get; init; } = "";

    /// <summary>Seconds that the wall clock was ahead of UTC.</summary>
    public double UtcOffset { get; init; }

    /// <summary>Degrees [latitude, longitude]; empty without positions.</summary>
    public ImmutableArray<double> StartLatlng { get; init; } = [];

    /// <summary>Degrees [latitude, longitude]; empty without positions.</summary>
    public ImmutableArray<double> EndLatlng { get; init; } = [];

    /// <summary>Null: Strava does not fill it in any more.</summary>
    [OnlyIn(FakeProfile.Current)]
    public string? LocationCity => null;

    /// <summary>Null: Strava does not fill it in any more.</summary>
    [OnlyIn(FakeProfile.Current)]
    public string? LocationState => null;

    /// <summary>Null: Strava does not fill it in any more.</summary>
    [OnlyIn(FakeProfile.Current)]
    public string? LocationCountry => null;

    /// <summary>Achievements on segments.</summary>
    public int AchievementCount { get; init; }

    /// <summary>Personal records on segments.</summary>
    public int PrCount { get; init; }

    /// <summary>The number of <see cref="KudosFrom"/>.</summary>
    public int KudosCount => KudosFrom.Count;

    /// <summary>The number of <see cref="Comments"/>.</summary>
    public int CommentCount => Comments.Count;

    /// <summary>The athletes of the group activity: 1, unless <c>FakeStravaServer.UpdateActivity</c> changes it.</summary>
    public int AthleteCount { get; init; } = 1;

    /// <summary>Photos of Instagram: 0.</summary>
    public int PhotoCount { get; init; }

    /// <summary>All photos.</summary>
    public int TotalPhotoCount { get; init; }

    /// <summary>Summary of the photos.</summary>
    [DetailOnly]
    public PhotosSummary Photos { get; init; } = new(0, null);

    /// <summary>The route.</summary>
    public PolylineMap Map { get; init; } = new("", "", "");

    /// <summary>Stationary: set by the upload, or no positions in the file (strava-uploads.md, trainer).</summary>
    public bool Trainer { get; init; }

    /// <summary>Set by the upload.</summary>
    public bool Commute { get; init; }

    /// <summary>True for an activity without a file.</summary>
    public bool Manual { get; init; }

    /// <summary>Set by the request for a manual activity, or the athlete's privacy setting.</summary>
    public bool Private { get; init; }

    /// <summary>Who sees it: "everyone" or "only_me".</summary>
    [OnlyIn(FakeProfile.Current)]
    public string Visibility => ActivityVisibility.Describe(Private);

    /// <summary>False, unless <c>FakeStravaServer.UpdateActivity</c> changes it.</summary>
    public bool Flagged { get; init; }

    /// <summary>
    /// For runs 0 (default), 1 (race), 2 (long run), or 3 (workout); for rides 10 (default), 11 (race), or 12 (workout); null for other
    /// sports. The API has no documented parameter for it, so only <c>FakeStravaServer.UpdateActivity</c> changes the default.
    /// </summary>
    public int? WorkoutType { get; init; }

    /// <summary>The bike or the shoes.</summary>
    public string? GearId { get; init; }

    /// <summary>Summary of the bike or the shoes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [DetailOnly]
    public GearSummary? Gear { get; init; }

    /// <summary>Part of the address of the page to embed.</summary>
    [DetailOnly]
    public string EmbedToken { get; init; } = "";

    /// <summary>Meters per second of moving time.</summary>
    public double AverageSpeed { get; init; }

    /// <summary>Meters per second.</summary>
    [WireNumber(WireNumberForm.FractionUnlessZero)]
    public double MaxSpeed { get; init; }

    /// <summary>Revolutions per minute, if provided at upload.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageCadence { get; init; }

    /// <summary>Degrees Celsius, if provided at upload.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [WireNumber(WireNumberForm.Whole)]
    public double? AverageTemp { get; init; }

    /// <summary>Watts, rides only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageWatts { get; init; }

    /// <summary>Watts, rides with a power meter only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxWatts { get; init; }

    /// <summary>Watts, rides with a power meter only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? WeightedAverageWatts { get; init; }

    /// <summary>Kilojoules, rides only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Kilojoules { get; init; }

    /// <summary>True if the watts are from a power meter, false if estimated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DeviceWatts { get; init; }

    /// <summary>True if recorded with heart rate.</summary>
    public bool HasHeartrate { get; init; }

    /// <summary>False.</summary>
    [OnlyIn(FakeProfile.Current)]
    public bool HeartrateOptOut => false;

    /// <summary>True if the athlete could hide the heart rate.</summary>
    [OnlyIn(FakeProfile.Current)]
    public bool DisplayHideHeartrateOption => HasHeartrate;

    /// <summary>Null: the API has no parameter for it.</summary>
    [OnlyIn(FakeProfile.Current)]
    [DetailOnly]
    public int? PerceivedExertion => null;

    /// <summary>Null: the API has no parameter for it.</summary>
    [OnlyIn(FakeProfile.Current)]
    [DetailOnly]
    public bool? PreferPerceivedExertion => null;

    /// <summary>Who sees which figure: everyone sees all.</summary>
    [OnlyIn(FakeProfile.Current)]
    [DetailOnly]
    public IReadOnlyList<StatVisibility> StatsVisibility =>
        [new("heart_rate"), new("pace"), new("power"), new("speed"), new("calories")];

    /// <summary>Which zones the activity has: heartrate, pace, and power.</summary>
    [OnlyIn(FakeProfile.Current)]
    [DetailOnly]
    public IReadOnlyList<string> AvailableZones => [.. ListZones()];

    /// <summary>Runs only.</summary>
    [OnlyIn(FakeProfile.Current)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [DetailOnly]
    public SimilarActivities? SimilarActivities => IsRun ? new(this) : null;

    /// <summary>Beats per minute over the moving portion.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageHeartrate { get; init; }

    /// <summary>Beats per minute.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MaxHeartrate { get; init; }

    /// <summary>Kilocalories: from the file, else kilojoules for rides, by the pace for runs and walks, else 0.</summary>
    [DetailOnly]
    public double Calories { get; init; }

    /// <summary>Premium athletes' activities with heart rate only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SufferScore { get; init; }

    /// <summary>The device that recorded it.</summary>
    [DetailOnly(FakeProfile.Documented)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeviceName { get; init; }

    /// <summary>Whether the athlete who sends the request is in <see cref="KudosFrom"/>; set in each response.</summary>
    public bool HasKudoed { get; init; }

    /// <summary>False (swagger).</summary>
    public bool FromAcceptedTag { get; init; }

    /// <summary>Set by an update (swagger): not in the feeds of others.</summary>
    [DetailOnly(FakeProfile.Current)]
    public bool HideFromHome { get; init; }

    /// <summary>Null (swagger).</summary>
    [OnlyIn(FakeProfile.Documented)]
    public string? PartnerBrandTag { get; init; }

    /// <summary>Empty (swagger).</summary>
    [OnlyIn(FakeProfile.Documented)]
    public IReadOnlyList<MetaAthlete> HighlightedKudosers { get; init; } = [];

    /// <summary>False (swagger).</summary>
    [OnlyIn(FakeProfile.Documented)]
    public bool SegmentLeaderboardOptOut { get; init; }

    /// <summary>False (swagger).</summary>
    [OnlyIn(FakeProfile.Documented)]
    public bool LeaderboardOptOut { get; init; }

    /// <summary>Efforts on the segments of the options.</summary>
    [DetailOnly]
    public IReadOnlyList<SegmentEffort> SegmentEfforts { get; init; } = [];

    /// <summary>A split per kilometer, runs only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [DetailOnly]
    public IReadOnlyList<ActivitySplit>? SplitsMetric { get; init; }

    /// <summary>A split per mile, runs only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [DetailOnly]
    public IReadOnlyList<ActivitySplit>? SplitsStandard { get; init; }

    /// <summary>The device's laps.</summary>
    [DetailOnly]
    public IReadOnlyList<ActivityLap> Laps { get; init; } = [];

    /// <summary>The fastest times over the usual distances, runs only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [DetailOnly]
    public IReadOnlyList<DistanceEffort>? BestEfforts { get; init; }

    /// <summary>
    /// The custom scalars sent with it (strava-partner-uploads.md, "Data"). Strava does not document that it returns them: not in the JSON.
    /// </summary>
    [JsonIgnore]
    public ImmutableDictionary<string, string> CustomFields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The ids of the athletes who gave kudos. Not in the JSON, which has the count only.</summary>
    [JsonIgnore]
    public IReadOnlyList<long> KudosFrom { get; init; } = [];

    /// <summary>The comments, the oldest first. Not in the JSON, which has the count only.</summary>
    [JsonIgnore]
    public IReadOnlyList<FakeComment> Comments { get; init; } = [];

    /// <summary>When it was created, by the fake's clock. Not in the JSON.</summary>
    [JsonIgnore]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, by the fake's clock: only in the meta representation.</summary>
    [JsonIgnore]
    public DateTime UpdatedAt { get; init; }

    /// <summary>
    /// What was read from the file; streams and zones are computed from it. Null for a manual activity. Each call reads the file again.
    /// </summary>
    [JsonIgnore]
    public Activity? Recording
    {
        get => ReadRecording?.Invoke();
        init => ReadRecording = value is null ? null : () => value;
    }

    /// <summary>Reads the recording; null for a manual activity.</summary>
    internal Func<Activity>? ReadRecording { get; init; }

    private bool IsRun => Type == "Run";

    private IEnumerable<string> ListZones()
    {
        if (HasHeartrate)
        {
            yield return "heartrate";
        }

        if (IsRun)
        {
            yield return "pace";
        }

        if (DeviceWatts == true)
        {
            yield return "power";
        }
    }
}
