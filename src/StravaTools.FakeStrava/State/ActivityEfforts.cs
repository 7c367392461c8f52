using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.State;

/// <summary>What efforts on segments and best efforts have in common (strava-activities.md, "Example activity").</summary>
public record ActivityEffort
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>2: summary.</summary>
    public int ResourceState { get; init; } = 2;

    /// <summary>The name of the distance or of the segment.</summary>
    public string Name { get; init; } = "";

    /// <summary>The segment; null for a best effort.</summary>
    public SegmentSummary? Segment { get; init; }

    /// <summary>The activity.</summary>
    public MetaActivity Activity { get; init; } = new(0);

    /// <summary>Whose it is.</summary>
    public MetaAthlete Athlete { get; init; } = new(0);

    /// <summary>The rank on the leaderboard at the upload, up to 10.</summary>
    public int? KomRank { get; init; }

    /// <summary>The rank among the athlete's own at the upload, up to 3.</summary>
    public int? PrRank { get; init; }

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

    /// <summary>"Computed at time of upload", and never again.</summary>
    public IReadOnlyList<Achievement> Achievements { get; init; } = [];
}

/// <summary>An effort on a segment.</summary>
public sealed record SegmentEffort : ActivityEffort
{
    /// <summary>Not important: told with include_all_efforts only.</summary>
    public bool Hidden { get; init; }

    /// <summary>Revolutions per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageCadence { get; init; }

    /// <summary>Beats per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageHeartrate { get; init; }

    /// <summary>True if there are watts: efforts have recorded ones only.</summary>
    public bool DeviceWatts => AverageWatts is not null;

    /// <summary>Watts, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageWatts { get; init; }
}

/// <summary>A rank that was reached (strava-activities.md, "Achievement Types").</summary>
/// <param name="TypeId">2, 3 or 5.</param>
/// <param name="Type">overall, pr or year_overall.</param>
/// <param name="Rank">Counts from 1.</param>
public sealed record Achievement(int TypeId, string Type, int Rank)
{
    internal static Achievement Overall(int rank) => new(2, "overall", rank);

    internal static Achievement PersonalRecord(int rank) => new(3, "pr", rank);

    internal static Achievement YearOverall(int rank) => new(5, "year_overall", rank);
}

/// <summary>Summary of a segment (strava-activities.md, "Example activity").</summary>
public record SegmentSummary
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>2: summary.</summary>
    public int ResourceState { get; init; } = 2;

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Ride or Run.</summary>
    public string ActivityType { get; init; } = "";

    /// <summary>Metres.</summary>
    public double Distance { get; init; }

    /// <summary>Per cent.</summary>
    public double AverageGrade { get; init; }

    /// <summary>Per cent.</summary>
    public double MaximumGrade { get; init; }

    /// <summary>Metres.</summary>
    public double ElevationHigh { get; init; }

    /// <summary>Metres.</summary>
    public double ElevationLow { get; init; }

    /// <summary>Degrees [latitude, longitude].</summary>
    public IReadOnlyList<double> StartLatlng { get; init; } = [];

    /// <summary>Degrees [latitude, longitude].</summary>
    public IReadOnlyList<double> EndLatlng { get; init; } = [];

    /// <summary>0 to 5.</summary>
    public int ClimbCategory { get; init; }

    /// <summary>The city.</summary>
    public string City { get; init; } = "";

    /// <summary>The state or canton.</summary>
    public string State { get; init; } = "";

    /// <summary>The country.</summary>
    public string Country { get; init; } = "";

    /// <summary>Told to its maker only.</summary>
    public bool Private { get; init; }

    /// <summary>False (swagger).</summary>
    public bool Hazardous { get; init; }

    /// <summary>False (swagger).</summary>
    public bool Starred { get; init; }
}
