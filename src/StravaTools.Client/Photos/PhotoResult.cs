namespace StravaTools.Client.Photos;

/// <summary>The result of adding a photo to an activity.</summary>
public sealed record PhotoResult
{
    /// <summary>The outcome.</summary>
    public required PhotoOutcome Outcome { get; init; }

    /// <summary>The path of the activity's file; null for an activity without a file.</summary>
    public string? Path { get; init; }

    /// <summary>The activity.</summary>
    public long? ActivityId { get; init; }

    /// <summary>The page of the activity on the website.</summary>
    public Uri? ActivityUrl { get; init; }

    /// <summary>The path of the picture.</summary>
    public required string PhotoPath { get; init; }

    /// <summary>Why it was not added.</summary>
    public string? Reason { get; init; }
}
