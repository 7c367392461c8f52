namespace StravaTools.Sync.Model;

/// <summary>
/// A fact: one line of a ledger. Which properties have a value depends on the kind. The state of a file is the result of its facts, in
/// order.
/// </summary>
internal sealed record SyncFact(SyncFactKind Kind, ContentKey Key = default)
{
    /// <summary>When it was written. Informative: the order of the lines counts.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The full path of the file.</summary>
    public string? Path { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public long Size { get; init; }

    /// <summary>When the file was modified.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The start of the activity.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The duration of the activity, in seconds.</summary>
    public long? Elapsed { get; init; }

    /// <summary>The sport of the activity.</summary>
    public string? Sport { get; init; }

    /// <summary>The ID of the upload.</summary>
    public long? UploadId { get; init; }

    /// <summary>The IDs of the activities; of a duplicate, the ID of the existing one.</summary>
    public IReadOnlyList<long> ActivityIds { get; init; } = [];

    /// <summary>How it was found out, a code, or the version of the rules.</summary>
    public string? By { get; init; }

    /// <summary>The reason, in English.</summary>
    public string? Why { get; init; }

    /// <summary>
    /// The number of photos of the activity before the picture was sent, how often the file was about to be sent, or the exit code of a
    /// run.
    /// </summary>
    public int? Number { get; init; }

    /// <summary>How a picture was settled.</summary>
    public PhotoState Photo { get; init; }

    /// <summary>The content that this content replaces.</summary>
    public ContentKey? Of { get; init; }

    /// <summary>The complete line of an unknown kind.</summary>
    public string? Raw { get; init; }
}
