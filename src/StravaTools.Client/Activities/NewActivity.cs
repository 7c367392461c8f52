using StravaTools.Activities;

namespace StravaTools.Client.Activities;

/// <summary>An activity to create without a file (strava-activities.md, "Create an activity").</summary>
public sealed record NewActivity
{
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

    /// <summary>Custom scalars by name, as rpe (strava-partner-uploads.md, "Include custom data without a file").</summary>
    public IReadOnlyDictionary<string, string> CustomData { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
