using StravaTools.Activities.Model;

namespace StravaTools.Client.Activities;

/// <summary>An activity to create without a file (strava-activities.md, "Create an activity").</summary>
public sealed record NewActivity
{
    /// <summary>
    /// The names that <see cref="CustomData"/> must not contain, ignoring case: the documented parameters for creating an activity
    /// (sport_type is from Strava's published Swagger) and of every request.
    /// </summary>
    public static IReadOnlySet<string> ReservedNames { get; } = new HashSet<string>(
        [
            "name", "type", "sport_type", "start_date_local", "elapsed_time", "description", "distance", "private", "trainer", "commute",
            "access_token", "callback",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The sport.</summary>
    public required SportType SportType { get; init; }

    /// <summary>The local start time. The offset is not sent.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>The duration. It is sent in seconds, without fractions.</summary>
    public required TimeSpan ElapsedTime { get; init; }

    /// <summary>A description.</summary>
    public string? Description { get; init; }

    /// <summary>Meters.</summary>
    public double? Distance { get; init; }

    /// <summary>True marks the activity as recorded on a trainer.</summary>
    public bool? Trainer { get; init; }

    /// <summary>True marks the activity as a commute.</summary>
    public bool? Commute { get; init; }

    /// <summary>True makes the activity private; null uses the athlete's settings, as Strava recommends.</summary>
    public bool? Private { get; init; }

    /// <summary>
    /// Custom values by name, such as rpe (strava-partner-uploads.md, "Include custom data without a file"). They must not use any of the
    /// <see cref="ReservedNames"/> (<see cref="StravaErrors.CustomDataNameReserved"/>).
    /// </summary>
    public IReadOnlyDictionary<string, string> CustomData { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Returns the names of the settings that the server ignored, such as Private.</summary>
    public IReadOnlyList<string> FindIgnoredSettings(StravaActivity created)
    {
        ArgumentNullException.ThrowIfNull(created);
        return IgnoredSettings.Find(
            (nameof(Trainer), Trainer, created.Trainer), (nameof(Commute), Commute, created.Commute),
            (nameof(Private), Private, created.Private));
    }
}
