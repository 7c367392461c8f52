
namespace StravaTools.Client.Uploads;

/// <summary>Options for an upload.</summary>
public sealed record UploadOptions
{
    /// <summary>True to send a file that has errors.</summary>
    public bool Force { get; init; }

    /// <summary>How long to wait for the activity; null to not wait.</summary>
    public UploadWait? Wait { get; init; }
}
