using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.State;

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
/// <param name="UsePrimaryPhoto">True if there is one (swagger).</param>
public sealed record PhotosSummary(int Count, PrimaryPhoto? Primary, bool UsePrimaryPhoto = false);

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

/// <summary>The meta representation of an activity, in what is part of it.</summary>
/// <param name="Id">The id.</param>
/// <param name="ResourceState">1: meta.</param>
public sealed record MetaActivity(long Id, int ResourceState = 1);

/// <summary>Summary of a bike or a pair of shoes (strava-activities.md, "Example activity").</summary>
/// <param name="Id">The id.</param>
/// <param name="Primary">True for the one that new activities get.</param>
/// <param name="Name">The name.</param>
/// <param name="Distance">Metres.</param>
/// <param name="ResourceState">2: summary.</param>
public sealed record GearSummary(string Id, bool Primary, string Name, double Distance, int ResourceState = 2);

/// <summary>A split of a run (strava-activities.md, "Example activity").</summary>
public sealed record ActivitySplit
{
    /// <summary>Metres per second of moving time.</summary>
    public double AverageSpeed { get; init; }

    /// <summary>Metres.</summary>
    public double Distance { get; init; }

    /// <summary>Seconds.</summary>
    public int ElapsedTime { get; init; }

    /// <summary>Metres that the end is above the beginning; null without altitudes.</summary>
    public double? ElevationDifference { get; init; }

    /// <summary>By the race time that the athlete gave; absent without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PaceZone { get; init; }

    /// <summary>Seconds.</summary>
    public int MovingTime { get; init; }

    /// <summary>Counts from 1.</summary>
    public int Split { get; init; }
}

/// <summary>A lap (strava-activities.md, "List activity laps").</summary>
public sealed record ActivityLap
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>2: summary.</summary>
    public int ResourceState { get; init; } = 2;

    /// <summary>As "Lap 1".</summary>
    public string Name { get; init; } = "";

    /// <summary>The activity.</summary>
    public MetaActivity Activity { get; init; } = new(0);

    /// <summary>Whose it is.</summary>
    public MetaAthlete Athlete { get; init; } = new(0);

    /// <summary>Seconds.</summary>
    public int ElapsedTime { get; init; }

    /// <summary>Seconds.</summary>
    public int MovingTime { get; init; }

    /// <summary>The instant of the start.</summary>
    public DateTime StartDate { get; init; }

    /// <summary>The clock on the wall at the start.</summary>
    public DateTime StartDateLocal { get; init; }

    /// <summary>Metres.</summary>
    public double Distance { get; init; }

    /// <summary>The first point in the streams.</summary>
    public int StartIndex { get; init; }

    /// <summary>The last point in the streams.</summary>
    public int EndIndex { get; init; }

    /// <summary>Metres.</summary>
    public double TotalElevationGain { get; init; }

    /// <summary>Metres per second of moving time.</summary>
    public double AverageSpeed { get; init; }

    /// <summary>Metres per second.</summary>
    public double MaxSpeed { get; init; }

    /// <summary>Revolutions per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageCadence { get; init; }

    /// <summary>Beats per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageHeartrate { get; init; }

    /// <summary>Beats per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxHeartrate { get; init; }

    /// <summary>Watts, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageWatts { get; init; }

    /// <summary>True if there are watts: laps have recorded ones only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DeviceWatts { get; init; }

    /// <summary>Counts from 1.</summary>
    public int LapIndex { get; init; }

    /// <summary>Counts from 1.</summary>
    public int Split { get; init; }

    /// <summary>Runs only, by the race time that the athlete gave.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PaceZone { get; init; }
}
