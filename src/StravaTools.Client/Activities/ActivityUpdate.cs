using StravaTools.Activities.Model;

namespace StravaTools.Client.Activities;

/// <summary>
/// What to change of an activity (strava-activities.md, "Update an activity"). Null is not sent. Today's Strava then leaves the attribute
/// as it is; by the document, private, commute, and trainer default to false.
/// </summary>
public sealed record ActivityUpdate
{
    /// <summary>The <see cref="GearId"/> that takes the gear away.</summary>
    public const string NoGear = "none";

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its sport; sent as sport_type, and as the documented type that is nearest to it.</summary>
    public SportType? SportType { get; init; }

    /// <summary>Its description; an empty one clears it.</summary>
    public string? Description { get; init; }

    /// <summary>A bike or a pair of shoes of the athlete; <see cref="NoGear"/> for none.</summary>
    public string? GearId { get; init; }

    /// <summary>Done on a trainer.</summary>
    public bool? Trainer { get; init; }

    /// <summary>A commute.</summary>
    public bool? Commute { get; init; }

    /// <summary>For the athlete only. Documented, though Strava no longer lets applications change it.</summary>
    public bool? Private { get; init; }

    /// <summary>Not shown in the feeds of followers (UpdatableActivity of Strava's published swagger).</summary>
    public bool? HideFromHome { get; init; }

    /// <summary>The names of the settings that the updated activity contradicts, such as Private: the server ignored them.</summary>
    public IReadOnlyList<string> FindIgnoredSettings(StravaActivity updated)
    {
        ArgumentNullException.ThrowIfNull(updated);
        return IgnoredSettings.Of(
            (nameof(SportType), SportType?.Name, updated.SportType),
            (nameof(Trainer), Trainer, updated.Trainer),
            (nameof(Commute), Commute, updated.Commute),
            (nameof(Private), Private, updated.Private),
            (nameof(HideFromHome), HideFromHome, updated.HideFromHome));
    }
}
