using StravaTools.Activities.Model;

namespace StravaTools.Client.Activities;

/// <summary>
/// Changes to an activity (strava-activities.md, "Update an activity"). Null values are not sent. Strava currently leaves those attributes
/// unchanged; according to the document, private, commute, and trainer default to false.
/// </summary>
public sealed record ActivityUpdate
{
    /// <summary>The <see cref="GearId"/> that removes the gear.</summary>
    public const string NoGear = "none";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The sport. It is sent as sport_type and as the nearest documented type.</summary>
    public SportType? SportType { get; init; }

    /// <summary>The description. An empty text clears it.</summary>
    public string? Description { get; init; }

    /// <summary>The ID of the athlete's bike or shoes; <see cref="NoGear"/> to remove the gear.</summary>
    public string? GearId { get; init; }

    /// <summary>Recorded on a trainer.</summary>
    public bool? Trainer { get; init; }

    /// <summary>A commute.</summary>
    public bool? Commute { get; init; }

    /// <summary>Visible only to the athlete. Documented, but Strava no longer allows applications to change it.</summary>
    public bool? Private { get; init; }

    /// <summary>Hidden from the feeds of followers (UpdatableActivity in Strava's published Swagger).</summary>
    public bool? HideFromHome { get; init; }

    /// <summary>Returns the names of the settings that the server ignored, such as Private.</summary>
    public IReadOnlyList<string> FindIgnoredSettings(StravaActivity updated)
    {
        ArgumentNullException.ThrowIfNull(updated);
        return IgnoredSettings.Find(
            (nameof(SportType), SportType?.Name, updated.SportType),
            (nameof(Trainer), Trainer, updated.Trainer),
            (nameof(Commute), Commute, updated.Commute),
            (nameof(Private), Private, updated.Private),
            (nameof(HideFromHome), HideFromHome, updated.HideFromHome));
    }
}
