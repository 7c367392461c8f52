using StravaTools.Activities;
using StravaTools.Activities.Model;

namespace StravaTools.Client.Uploads;

/// <summary>A file to upload and what to say about it (strava-uploads.md, "How to Upload an Activity").</summary>
public sealed record UploadRequest
{
    /// <summary>The file. Its <see cref="ActivityFile.DataType"/> is sent as data_type.</summary>
    public required ActivityFile File { get; init; }

    /// <summary>
    /// Overrides the sport that Strava detects in the file. A strength JSON tells none, so WeightTraining is sent for it if this is null.
    /// </summary>
    public SportType? SportType { get; init; }

    /// <summary>The older form of <see cref="SportType"/>; Strava ignores it if there is a sport type.</summary>
    public string? ActivityType { get; init; }

    /// <summary>The activity's name; Strava makes one of date and place if it is null.</summary>
    public string? Name { get; init; }

    /// <summary>The activity's description.</summary>
    public string? Description { get; init; }

    /// <summary>True marks it as done on a trainer; Strava does so itself where there is no position.</summary>
    public bool? Trainer { get; init; }

    /// <summary>True marks it as a commute.</summary>
    public bool? Commute { get; init; }

    /// <summary>
    /// An identifier of your own, which should be unique; Strava takes the file's name if it is null. <see cref="ActivityUploader"/> adds
    /// -2, -3 and so on to one that it has sent already.
    /// </summary>
    public string? ExternalId { get; init; }

    /// <summary>What is sent as data_type instead of what the content says; for files that could not be recognised.</summary>
    public string? DataType { get; init; }
}
