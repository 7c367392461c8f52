using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>A request that a run sends.</summary>
internal abstract record SyncRequest
{
    private SyncRequest()
    {
    }

    /// <summary>Uploads a file.</summary>
    public sealed record Post(ContentKey Key, string Path) : SyncRequest;

    /// <summary>Lists activities that started after a time, oldest first.</summary>
    public sealed record ListPage(DateTimeOffset After) : SyncRequest;

    /// <summary>Requests the status of an upload.</summary>
    public sealed record Poll(ContentKey Key, long UploadId) : SyncRequest;

    /// <summary>Requests an activity.</summary>
    public sealed record Look(ContentKey Key, long ActivityId) : SyncRequest;

    /// <summary>
    /// Sends a picture to the address that the last <see cref="Poll"/> of the file returned. It does not count against limits.
    /// </summary>
    public sealed record PutPhoto(ContentKey Key, string PhotoPath) : SyncRequest;
}
