namespace StravaTools.Client.Photos;

/// <summary>What became of a photo for an activity.</summary>
public sealed record PhotoResult
{
    /// <summary>Whether it was added.</summary>
    public required PhotoOutcome Outcome { get; init; }

    /// <summary>Where the activity's file is; null for an activity without one.</summary>
    public string? Path { get; init; }

    /// <summary>The activity.</summary>
    public long? ActivityId { get; init; }

    /// <summary>Where a person sees the activity.</summary>
    public Uri? ActivityUrl { get; init; }

    /// <summary>Where the picture is.</summary>
    public required string PhotoPath { get; init; }

    /// <summary>Why it was not added.</summary>
    public string? Reason { get; init; }
}
