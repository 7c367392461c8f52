
namespace StravaTools.Client.Activities;

/// <summary>
/// Just enough of an activity to see whether it has changed (strava-activities.md, "Meta representation attributes"). Strava writes it as
/// an array; what the array is too short for is null.
/// </summary>
public sealed record StravaActivityMeta
{
    /// <summary>Its id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The activity type, as Ride.</summary>
    public string? Type { get; init; }

    /// <summary>The athlete's wall clock when it began.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>For the athlete only.</summary>
    public bool? Private { get; init; }

    /// <summary>Flagged as dubious.</summary>
    public bool? Flagged { get; init; }

    /// <summary>
    /// The first record outside a privacy zone; greater than <see cref="MapEndIndex"/> if the whole activity is within one.
    /// </summary>
    public int? MapStartIndex { get; init; }

    /// <summary>The last record outside a privacy zone; 0 or null if the end is not within one.</summary>
    public int? MapEndIndex { get; init; }
}
