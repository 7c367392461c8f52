
namespace StravaTools.Client.Activities;

/// <summary>
/// The minimum to detect changes of an activity (strava-activities.md, "Meta representation attributes"). Strava sends an array; values
/// that are missing at its end are null.
/// </summary>
public sealed record StravaActivityMeta
{
    /// <summary>The 64-bit ID.</summary>
    public long Id { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The activity type, such as Ride.</summary>
    public string? Type { get; init; }

    /// <summary>The start time in the athlete's local time.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Visible only to the athlete.</summary>
    public bool? Private { get; init; }

    /// <summary>Flagged as suspicious.</summary>
    public bool? Flagged { get; init; }

    /// <summary>
    /// The first record outside a privacy zone; greater than <see cref="MapEndIndex"/> if the complete activity is inside one.
    /// </summary>
    public int? MapStartIndex { get; init; }

    /// <summary>The last record outside a privacy zone; 0 or null if the end is not inside one.</summary>
    public int? MapEndIndex { get; init; }
}
