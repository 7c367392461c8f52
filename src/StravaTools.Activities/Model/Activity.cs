using System.Collections.Immutable;

namespace StravaTools.Activities.Model;

/// <summary>
/// One activity as its file describes it. Missing values are null or empty; nothing is computed here. Two instances are equal if all their
/// public values are.
/// </summary>
public sealed record Activity
{
    /// <summary>The sport in the file's own words: <c>cycling/road</c> (FIT), <c>Biking</c> (TCX), the track's type (GPX).</summary>
    public string? Sport { get; init; }

    /// <summary>Strava's sport type for <see cref="Sport"/>; null if Strava's documents map none.</summary>
    public SportType? SportType { get; init; }

    /// <summary>The name of the activity in the file.</summary>
    public string? Name { get; init; }

    /// <summary>The start of the activity, with the local UTC offset if the file has it, otherwise in UTC.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The time from start to end, including pauses.</summary>
    public TimeSpan? ElapsedTime { get; init; }

    /// <summary>The time without pauses, as the device timed it (FIT <c>total_timer_time</c>, JSON <c>active_time</c>).</summary>
    public TimeSpan? TimerTime { get; init; }

    /// <summary>The distance in meters by the summary of the file.</summary>
    public double? Distance { get; init; }

    /// <summary>The ascent in meters by the summary of the file.</summary>
    public double? TotalAscent { get; init; }

    /// <summary>The energy in kilocalories by the summary of the file.</summary>
    public double? Calories { get; init; }

    /// <summary>The length of the pool in meters.</summary>
    public double? PoolLength { get; init; }

    /// <summary>More values of the summary in a FIT session.</summary>
    public SessionFigures Figures { get; init; } = SessionFigures.None;

    /// <summary>The time at which the file was created (FIT <c>file_id.time_created</c>).</summary>
    public DateTimeOffset? TimeCreated { get; init; }

    /// <summary>
    /// The device or program that made the file, from which Strava detects the device (strava-uploads.md, "Device and Elevation Data").
    /// </summary>
    public string? Creator { get; init; }

    /// <summary>The recorded points.</summary>
    public ActivityStreams Streams { get; init; } = ActivityStreams.Empty;

    /// <summary>The laps.</summary>
    public ImmutableArray<Lap> Laps { get; init; } = [];

    /// <summary>The pool lengths.</summary>
    public ImmutableArray<PoolLength> Lengths { get; init; } = [];

    /// <summary>The sets of a strength workout, including rests.</summary>
    public ImmutableArray<WorkoutSet> Sets { get; init; } = [];

    /// <summary>The splits of a FIT file, such as climb, run, and rest.</summary>
    public ImmutableArray<Split> Splits { get; init; } = [];

    /// <summary>
    /// Heart rates that a strap recorded with times of its own (FIT <c>hr</c> messages). Points without a heart rate
    /// get the nearest of them within a second.
    /// </summary>
    public ImmutableArray<HeartRateSample> HeartRateSamples { get; init; } = [];

    /// <summary>Starts and stops of the timer.</summary>
    public ImmutableArray<TimerEvent> TimerEvents { get; init; } = [];

    /// <summary>
    /// Custom scalars by name (strava-partner-uploads.md, "Include custom data with a file"): TCX activity
    /// extensions, FIT developer fields of the session.
    /// </summary>
    public ImmutableDictionary<string, string> CustomFields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The place of the activity in the file: FIT's session, TCX's Activity, GPX's root.</summary>
    internal SourceLocation Location { get; init; }

    /// <summary>The place of each lap; empty if the format has none.</summary>
    internal ImmutableArray<SourceLocation> LapLocations { get; init; } = [];

    /// <summary>The place of each set.</summary>
    internal ImmutableArray<SourceLocation> SetLocations { get; init; } = [];

    /// <summary>True if all public values are equal.</summary>
    public bool Equals(Activity? other) =>
        other is not null && HasSameSummary(other) && HasSameParts(other) && Streams == other.Streams;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StartTime, ElapsedTime, Sport, Distance, Streams);

    private bool HasSameSummary(Activity other) =>
        Sport == other.Sport
        && SportType == other.SportType
        && Name == other.Name
        && StartTime == other.StartTime
        && StartTime?.Offset == other.StartTime?.Offset
        && ElapsedTime == other.ElapsedTime
        && TimerTime == other.TimerTime
        && Nullable.Equals(Distance, other.Distance)
        && Nullable.Equals(TotalAscent, other.TotalAscent)
        && Nullable.Equals(Calories, other.Calories)
        && Nullable.Equals(PoolLength, other.PoolLength)
        && Figures == other.Figures
        && TimeCreated == other.TimeCreated
        && Creator == other.Creator;

    private bool HasSameParts(Activity other) =>
        Laps.HasSameItems(other.Laps)
        && Lengths.HasSameItems(other.Lengths)
        && Sets.HasSameItems(other.Sets)
        && Splits.HasSameItems(other.Splits)
        && HeartRateSamples.HasSameItems(other.HeartRateSamples)
        && TimerEvents.HasSameItems(other.TimerEvents)
        && CustomFields.Count == other.CustomFields.Count
        && CustomFields.All(field => other.CustomFields.GetValueOrDefault(field.Key) == field.Value);
}
