using System.Collections.Immutable;

namespace StravaTools.Activities.Model;

/// <summary>One activity as its file tells it. What the file does not tell is null or empty; nothing is computed here.</summary>
public sealed record Activity
{
    /// <summary>The sport in the file's own words: <c>cycling/road</c> (FIT), <c>Biking</c> (TCX), the track's type (GPX).</summary>
    public string? Sport { get; init; }

    /// <summary>Strava's sport type for <see cref="Sport"/>; null where Strava's documents map none.</summary>
    public SportType? SportType { get; init; }

    /// <summary>The name the file gives the activity.</summary>
    public string? Name { get; init; }

    /// <summary>When it began, with the UTC offset of the place where the file tells it, else UTC.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>From start to end, pauses included.</summary>
    public TimeSpan? ElapsedTime { get; init; }

    /// <summary>Without pauses, as the device timed it (FIT <c>total_timer_time</c>, JSON <c>active_time</c>).</summary>
    public TimeSpan? TimerTime { get; init; }

    /// <summary>Distance in metres, as the file sums it up.</summary>
    public double? Distance { get; init; }

    /// <summary>Ascent in metres, as the file sums it up.</summary>
    public double? TotalAscent { get; init; }

    /// <summary>Energy in kilocalories, as the file sums it up.</summary>
    public double? Calories { get; init; }

    /// <summary>Length of the pool in metres.</summary>
    public double? PoolLength { get; init; }

    /// <summary>What else a FIT session sums up.</summary>
    public SessionFigures Figures { get; init; } = SessionFigures.None;

    /// <summary>When the file was made, as it says itself (FIT <c>file_id.time_created</c>).</summary>
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

    /// <summary>The sets of a strength workout, rests included.</summary>
    public ImmutableArray<WorkoutSet> Sets { get; init; } = [];

    /// <summary>The splits a FIT file tells (climb, run, rest ...).</summary>
    public ImmutableArray<Split> Splits { get; init; } = [];

    /// <summary>
    /// Heart rates that a strap recorded on a time line of its own (FIT <c>hr</c> messages). Points without a heart rate have the nearest
    /// of them within a second.
    /// </summary>
    public ImmutableArray<HeartRateSample> HeartRateSamples { get; init; } = [];

    /// <summary>Starts and stops of the timer.</summary>
    public ImmutableArray<TimerEvent> TimerEvents { get; init; } = [];

    /// <summary>
    /// Custom scalars by name (strava-partner-uploads.md, "Include custom data with a file"): TCX activity extensions, FIT developer fields
    /// of the session.
    /// </summary>
    public ImmutableDictionary<string, string> CustomFields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where the file tells what the activity is: FIT's session, TCX's Activity, GPX's root.</summary>
    internal SourceLocation Location { get; init; }

    /// <summary>Where each lap stands; empty where the format has none.</summary>
    internal ImmutableArray<SourceLocation> LapLocations { get; init; } = [];

    /// <summary>Where each set stands.</summary>
    internal ImmutableArray<SourceLocation> SetLocations { get; init; } = [];
}
