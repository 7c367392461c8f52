using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Client.Photos;

namespace StravaTools.Client.Activities;

/// <summary>An activity on Strava (strava-activities.md, "Detailed representation attributes"). Attributes without a property are in <see cref="ExtensionData"/>.</summary>
public sealed record StravaActivity
{
    /// <summary>Its id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>-1 processing, 1 meta, 2 summary, 3 detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>As provided at upload.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The upload it came from; null for a manual one.</summary>
    public long? UploadId { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its description.</summary>
    public string? Description { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>Seconds.</summary>
    public long? MovingTime { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Metres.</summary>
    public double? TotalElevationGain { get; init; }

    /// <summary>The activity type, the older word for the sport.</summary>
    public string? Type { get; init; }

    /// <summary>The sport type.</summary>
    public string? SportType { get; init; }

    /// <summary>The instant it began.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The athlete's wall clock when it began.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>As (GMT-08:00) America/Los_Angeles.</summary>
    public string? Timezone { get; init; }

    /// <summary>True for an activity made without a file.</summary>
    public bool? Manual { get; init; }

    /// <summary>Done on a trainer.</summary>
    public bool? Trainer { get; init; }

    /// <summary>A commute.</summary>
    public bool? Commute { get; init; }

    /// <summary>Where to put a photo: partner applications only (strava-partner-uploads.md, "Upload an activity without a file").</summary>
    public IReadOnlyList<PhotoMetadata>? PhotoMetadata { get; init; }

    /// <summary>Where a person sees it.</summary>
    [JsonIgnore]
    public Uri? ActivityUrl { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
