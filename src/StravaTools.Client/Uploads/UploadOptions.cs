
namespace StravaTools.Client.Uploads;

/// <summary>How to send a file.</summary>
public sealed record UploadOptions
{
    /// <summary>Send it even if checking found an error.</summary>
    public bool Force { get; init; }

    /// <summary>How long to wait for the activity; null does not wait.</summary>
    public UploadWait? Wait { get; init; }
}
