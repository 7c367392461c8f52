using StravaTools.Activities.Model;

namespace StravaTools.Client.Activities;

/// <summary>An activity to create without a file (strava-activities.md, "Create an activity").</summary>
public sealed record NewActivity
{
    /// <summary>
    /// The names that <see cref="CustomData"/> must not use, in any case: the documented parameters of a creation (sport_type is of
    /// Strava's published swagger) and of every request.
    /// </summary>
    public static IReadOnlySet<string> ReservedNames { get; } = new HashSet<string>(
        [
            "name", "type", "sport_type", "start_date_local", "elapsed_time", "description", "distance", "private", "trainer", "commute",
            "access_token", "callback",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its sport.</summary>
    public required SportType SportType { get; init; }

    /// <summary>When it began, where it began: the wall clock of this value is sent, its offset is not.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>How long it took; sent in whole seconds.</summary>
    public required TimeSpan ElapsedTime { get; init; }

    /// <summary>A description.</summary>
    public string? Description { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>True marks it as done on a trainer.</summary>
    public bool? Trainer { get; init; }

    /// <summary>True marks it as a commute.</summary>
    public bool? Commute { get; init; }

    /// <summary>True makes it private; null leaves it to the athlete's settings, as Strava recommends.</summary>
    public bool? Private { get; init; }

    /// <summary>
    /// Custom scalars by name, such as rpe (strava-partner-uploads.md, "Include custom data without a file"). None of them may have one of
    /// the
    /// <see cref="ReservedNames"/> (<see cref="StravaErrors.CustomDataNameReserved"/>).
    /// </summary>
    public IReadOnlyDictionary<string, string> CustomData { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The names of the settings that the created activity contradicts, such as Private: the server ignored them.</summary>
    public IReadOnlyList<string> FindIgnoredSettings(StravaActivity created)
    {
        ArgumentNullException.ThrowIfNull(created);
        return IgnoredSettings.Of(
            (nameof(Trainer), Trainer, created.Trainer), (nameof(Commute), Commute, created.Commute),
                (nameof(Private), Private, created.Private));
    }
}
