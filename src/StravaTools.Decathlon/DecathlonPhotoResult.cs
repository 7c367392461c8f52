namespace StravaTools.Decathlon;

/// <summary>A photo that an activity has now.</summary>
public sealed record DecathlonPhotoResult
{
    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Where the photo can be fetched.</summary>
    public required string Url { get; init; }

    /// <summary>The file on this machine; null for a photo that was given by its address.</summary>
    public string? File { get; init; }

    /// <summary>How many photos the activity has then.</summary>
    public required int PhotoCount { get; init; }
}
