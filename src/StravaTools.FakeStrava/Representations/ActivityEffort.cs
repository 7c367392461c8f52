namespace StravaTools.FakeStrava.Representations;

/// <summary>What efforts on segments and best efforts have in common (strava-activities.md, "Example activity").</summary>
public abstract record ActivityEffort
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>2: summary.</summary>
    public int ResourceState { get; init; } = 2;

    /// <summary>The name of the distance or of the segment.</summary>
    public string Name { get; init; } = "";

    /// <summary>The activity.</summary>
    public MetaActivity Activity { get; init; } = new(0);

    /// <summary>The athlete.</summary>
    public MetaAthlete Athlete { get; init; } = new(0);

    /// <summary>The rank among the athlete's own efforts at the time of the upload, up to 3.</summary>
    public int? PrRank { get; init; }

    /// <summary>Seconds.</summary>
    public int ElapsedTime { get; init; }

    /// <summary>Seconds.</summary>
    public int MovingTime { get; init; }

    /// <summary>The instant of the start.</summary>
    public DateTime StartDate { get; init; }

    /// <summary>The wall clock at the start.</summary>
    public DateTime StartDateLocal { get; init; }

    /// <summary>The first point in the streams.</summary>
    public int StartIndex { get; init; }

    /// <summary>The last point in the streams.</summary>
    public int EndIndex { get; init; }

    /// <summary>"Computed at time of upload", and not updated afterwards.</summary>
    public IReadOnlyList<Achievement> Achievements { get; init; } = [];
}
