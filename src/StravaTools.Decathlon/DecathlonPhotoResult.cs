namespace StravaTools.Decathlon;

/// <summary>A photo that was added to an activity.</summary>
public sealed record DecathlonPhotoResult
{
    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The address of the photo.</summary>
    public required string Url { get; init; }

    /// <summary>The file on this machine; null for a photo that was specified by its address.</summary>
    public string? File { get; init; }

    /// <summary>The number of photos of the activity after the change.</summary>
    public required int PhotoCount { get; init; }
}
