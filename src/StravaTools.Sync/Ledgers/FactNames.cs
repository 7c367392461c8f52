using StravaTools.Sync.Model;

namespace StravaTools.Sync.Ledgers;

/// <summary>The names of the kinds of facts in a ledger.</summary>
internal static class FactNames
{
    private static readonly (SyncFactKind Kind, byte[] Name)[] All =
    [
        (SyncFactKind.File, "file"u8.ToArray()),
        (SyncFactKind.Sending, "sending"u8.ToArray()),
        (SyncFactKind.Sent, "sent"u8.ToArray()),
        (SyncFactKind.Ready, "ready"u8.ToArray()),
        (SyncFactKind.Duplicate, "dup"u8.ToArray()),
        (SyncFactKind.Invalid, "invalid"u8.ToArray()),
        (SyncFactKind.Unsent, "unsent"u8.ToArray()),
        (SyncFactKind.Refused, "refused"u8.ToArray()),
        (SyncFactKind.Deleted, "deleted"u8.ToArray()),
        (SyncFactKind.Unknown, "unknown"u8.ToArray()),
        (SyncFactKind.Changed, "changed"u8.ToArray()),
        (SyncFactKind.PhotoSending, "photo-sending"u8.ToArray()),
        (SyncFactKind.Photo, "photo"u8.ToArray()),
        (SyncFactKind.Moved, "moved"u8.ToArray()),
        (SyncFactKind.Forget, "forget"u8.ToArray()),
        (SyncFactKind.Run, "run"u8.ToArray()),
        (SyncFactKind.End, "end"u8.ToArray()),
    ];

    /// <summary>The name of a kind.</summary>
    public static ReadOnlySpan<byte> NameOf(SyncFactKind kind) => Array.Find(All, entry => entry.Kind == kind).Name;

    /// <summary>The kind with a name; <see cref="SyncFactKind.Other"/> for an unknown name.</summary>
    public static SyncFactKind KindOf(ReadOnlySpan<byte> name)
    {
        foreach (var (kind, known) in All)
        {
            if (name.SequenceEqual(known))
            {
                return kind;
            }
        }

        return SyncFactKind.Other;
    }
}
