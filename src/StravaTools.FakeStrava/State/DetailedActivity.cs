using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.State;

/// <summary>
/// An activity in Strava's detailed representation (strava-activities.md, "Detailed representation attributes"); <c>sport_type</c> and
/// <c>utc_offset</c> are of the swagger. Attributes that the document gives for some activities only are null, and absent in JSON, for others.
/// </summary>
public sealed record DetailedActivity
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>3: detail.</summary>
    public int ResourceState { get; init; } = 3;

    /// <summary>The external id of the upload; null for one created by hand.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The upload it was made from; null for one created by hand.</summary>
    public long? UploadId { get; init; }

    /// <summary>Whose it is.</summary>
    public MetaAthlete Athlete { get; init; } = new(0);

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Metres.</summary>
    public double Distance { get; init; }

    /// <summary>Seconds.</summary>
    public int MovingTime { get; init; }

    /// <summary>Seconds.</summary>
    public int ElapsedTime { get; init; }

    /// <summary>Metres.</summary>
    public double TotalElevationGain { get; init; }

    /// <summary>Metres.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ElevHigh { get; init; }

    /// <summary>Metres.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ElevLow { get; init; }

    /// <summary>The old activity type, which newer sport types are folded into.</summary>
    public string Type { get; init; } = "Workout";

    /// <summary>The sport type.</summary>
    public string SportType { get; init; } = "Workout";

    /// <summary>The instant of the start.</summary>
    public DateTime StartDate { get; init; }

    /// <summary>What a clock on the wall showed at the start, written as if it were UTC (strava-v3-api.md, "Dates").</summary>
    public DateTime StartDateLocal { get; init; }

    /// <summary>As "(GMT-08:00) America/Los_Angeles".</summary>
    public string Timezone { get; init; } = "";

    /// <summary>Seconds that the wall clock was ahead of UTC.</summary>
    public int UtcOffset { get; init; }

    /// <summary>Degrees [latitude, longitude]; empty without positions.</summary>
    public ImmutableArray<double> StartLatlng { get; init; } = [];

    /// <summary>Degrees [latitude, longitude]; empty without positions.</summary>
    public ImmutableArray<double> EndLatlng { get; init; } = [];

    /// <summary>0: the fake has no segments.</summary>
    public int AchievementCount { get; init; }

    /// <summary>0: the fake has no segments.</summary>
    public int PrCount { get; init; }

    /// <summary>0: nobody looks.</summary>
    public int KudosCount { get; init; }

    /// <summary>0: nobody looks.</summary>
    public int CommentCount { get; init; }

    /// <summary>1: the athlete.</summary>
    public int AthleteCount { get; init; } = 1;

    /// <summary>Photos of Instagram: 0.</summary>
    public int PhotoCount { get; init; }

    /// <summary>All photos.</summary>
    public int TotalPhotoCount { get; init; }

    /// <summary>Summary of the photos.</summary>
    public PhotosSummary Photos { get; init; } = new(0, null);

    /// <summary>The route.</summary>
    public PolylineMap Map { get; init; } = new("", "", "");

    /// <summary>Stationary: told so by the upload, or no positions in the file (strava-uploads.md, trainer).</summary>
    public bool Trainer { get; init; }

    /// <summary>Told so by the upload.</summary>
    public bool Commute { get; init; }

    /// <summary>Created by hand.</summary>
    public bool Manual { get; init; }

    /// <summary>Told so when it was created by hand.</summary>
    public bool Private { get; init; }

    /// <summary>False.</summary>
    public bool Flagged { get; init; }

    /// <summary>Null: nobody chose one.</summary>
    public int? WorkoutType { get; init; }

    /// <summary>Null: the fake's athletes own no gear.</summary>
    public string? GearId { get; init; }

    /// <summary>Metres per second of moving time.</summary>
    public double AverageSpeed { get; init; }

    /// <summary>Metres per second.</summary>
    public double MaxSpeed { get; init; }

    /// <summary>Revolutions per minute, if provided at upload.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageCadence { get; init; }

    /// <summary>Degrees Celsius, if provided at upload.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageTemp { get; init; }

    /// <summary>Watts, rides only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageWatts { get; init; }

    /// <summary>Watts, rides with a power meter only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxWatts { get; init; }

    /// <summary>Kilojoules, rides only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Kilojoules { get; init; }

    /// <summary>True if the watts are from a power meter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DeviceWatts { get; init; }

    /// <summary>True if recorded with heart rate.</summary>
    public bool HasHeartrate { get; init; }

    /// <summary>Beats per minute over the moving portion.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageHeartrate { get; init; }

    /// <summary>Beats per minute.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxHeartrate { get; init; }

    /// <summary>Kilocalories: as the file tells, else kilojoules for rides, else 0.</summary>
    public double Calories { get; init; }

    /// <summary>The device that recorded it.</summary>
    public string? DeviceName { get; init; }

    /// <summary>False.</summary>
    public bool HasKudoed { get; init; }

    /// <summary>Empty: the fake has no segments.</summary>
    public ImmutableArray<int> SegmentEfforts { get; init; } = [];

    /// <summary>
    /// The custom scalars sent with it (strava-partner-uploads.md, "Data"). Strava does not document that it tells them back: not in the
    /// JSON.
    /// </summary>
    [JsonIgnore]
    public ImmutableDictionary<string, string> CustomFields { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>The meta representation of an athlete.</summary>
/// <param name="Id">The id.</param>
/// <param name="ResourceState">1: meta.</param>
public sealed record MetaAthlete(long Id, int ResourceState = 1);

/// <summary>The route of an activity (strava-v3-api.md, "Polylines").</summary>
/// <param name="Id">"a" and the id of the activity.</param>
/// <param name="Polyline">All positions.</param>
/// <param name="SummaryPolyline">Fewer positions, for a small picture.</param>
/// <param name="ResourceState">3: detail.</param>
public sealed record PolylineMap(string Id, string Polyline, string SummaryPolyline, int ResourceState = 3);

/// <summary>Summary of the photos of an activity.</summary>
/// <param name="Count">How many.</param>
/// <param name="Primary">The one that is shown.</param>
public sealed record PhotosSummary(int Count, PrimaryPhoto? Primary);

/// <summary>The photo of an activity that is shown.</summary>
/// <param name="Id">Null for a photo of Strava's own.</param>
/// <param name="Source">1: Strava.</param>
/// <param name="UniqueId">Its id.</param>
/// <param name="Urls">Where to get it, by size in pixels.</param>
public sealed record PrimaryPhoto(long? Id, int Source, string UniqueId, PhotoSizes Urls);

/// <summary>Where to get a photo; the fake does not scale it, so both are the original.</summary>
/// <param name="Small">100 pixels wide.</param>
/// <param name="Large">600 pixels wide.</param>
public sealed record PhotoSizes([property: JsonPropertyName("100")] string Small, [property: JsonPropertyName("600")] string Large);
