using StravaTools.Activities;
using StravaTools.Activities.Model;

namespace StravaTools.Client.Uploads;

/// <summary>A file to upload and its properties (strava-uploads.md, "How to Upload an Activity").</summary>
public sealed record UploadRequest
{
    /// <summary>The file. Its <see cref="ActivityFile.DataType"/> is sent as data_type.</summary>
    public required ActivityFile File { get; init; }

    /// <summary>
    /// Overrides the sport that Strava detects in the file. Strength JSON does not contain a sport, so WeightTraining is sent for it by
    /// default.
    /// </summary>
    public SportType? SportType { get; init; }

    /// <summary>The older form of <see cref="SportType"/>. Strava ignores it if a sport type is set.</summary>
    public string? ActivityType { get; init; }

    /// <summary>The activity's name; if null, Strava generates one from date and place.</summary>
    public string? Name { get; init; }

    /// <summary>The activity's description.</summary>
    public string? Description { get; init; }

    /// <summary>True marks the activity as recorded on a trainer. Strava sets this itself if the file has no positions.</summary>
    public bool? Trainer { get; init; }

    /// <summary>True marks the activity as a commute.</summary>
    public bool? Commute { get; init; }

    /// <summary>
    /// Your own identifier, which should be unique. If null, <see cref="ActivityUploader"/> uses <see cref="ExternalIds"/>, and
    /// <see cref="UploadApi"/> leaves it to Strava, which uses the file name.
    /// </summary>
    public string? ExternalId { get; init; }

    /// <summary>Overrides the data_type that is detected from the content, for unrecognized files.</summary>
    public string? DataType { get; init; }

    /// <summary>Called when the connection is ready, before the file is sent. If it throws, the file is not uploaded.</summary>
    internal Action? Sending { get; init; }
}
