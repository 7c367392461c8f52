using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>An activity of a virtual Strava.</summary>
internal sealed class VirtualActivity
{
    public required long Id { get; init; }

    public required ContentKey Key { get; init; }

    /// <summary>Null if it came from another source.</summary>
    public string? Prefix { get; init; }

    public long UploadId { get; init; }

    public required DateTimeOffset Start { get; init; }

    /// <summary>When lists begin to show it.</summary>
    public required DateTimeOffset ListedFrom { get; init; }

    public bool IsDeleted { get; set; }

    /// <summary>True if it was deleted while the ledger contained only the intent to send it: no run can know that it existed.</summary>
    public bool WasUnknownWhenDeleted { get; set; }

    public int Photos { get; set; }
}
