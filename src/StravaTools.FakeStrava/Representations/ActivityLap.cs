using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

/// <summary>A lap (strava-activities.md, "List activity laps").</summary>
public sealed record ActivityLap
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>2: summary.</summary>
    public int ResourceState { get; init; } = 2;

    /// <summary>Such as "Lap 1".</summary>
    public string Name { get; init; } = "";

    /// <summary>The activity.</summary>
    public MetaActivity Activity { get; init; } = new(0);

    /// <summary>The athlete.</summary>
    public MetaAthlete Athlete { get; init; } = new(0);

    /// <summary>Seconds.</summary>
    public int ElapsedTime { get; init; }

    /// <summary>Seconds.</summary>
    public int MovingTime { get; init; }

    /// <summary>The instant of the start.</summary>
    public DateTime StartDate { get; init; }

    /// <summary>The wall clock at the start.</summary>
    public DateTime StartDateLocal { get; init; }

    /// <summary>Meters.</summary>
    public double Distance { get; init; }

    /// <summary>The first point in the streams.</summary>
    public int StartIndex { get; init; }

    /// <summary>The last point in the streams.</summary>
    public int EndIndex { get; init; }

    /// <summary>Meters.</summary>
    [WireNumber(WireNumberForm.FractionUnlessZero)]
    public double TotalElevationGain { get; init; }

    /// <summary>Meters per second of moving time.</summary>
    public double AverageSpeed { get; init; }

    /// <summary>Meters per second.</summary>
    public double MaxSpeed { get; init; }

    /// <summary>Revolutions per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageCadence { get; init; }

    /// <summary>Beats per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageHeartrate { get; init; }

    /// <summary>Beats per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MaxHeartrate { get; init; }

    /// <summary>Watts, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageWatts { get; init; }

    /// <summary>True if there are watts: laps only have recorded watts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DeviceWatts { get; init; }

    /// <summary>Counts from 1.</summary>
    public int LapIndex { get; init; }

    /// <summary>Counts from 1.</summary>
    public int Split { get; init; }

    /// <summary>Runs only, by the athlete's race time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PaceZone { get; init; }
}
