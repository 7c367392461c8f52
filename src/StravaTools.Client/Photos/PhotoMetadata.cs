namespace StravaTools.Client.Photos;

/// <summary>Where and how to upload a photo (strava-partner-uploads.md, "Upload an activity and photo metadata").</summary>
public sealed record PhotoMetadata
{
    /// <summary>The signed address, which expires. It is a secret: it permits uploads without a token.</summary>
    public string? Uri { get; init; }

    /// <summary>Headers to send.</summary>
    public IReadOnlyDictionary<string, string>? Header { get; init; }

    /// <summary>The method, PUT.</summary>
    public string? Method { get; init; }

    /// <summary>1600 in the document's examples. The document specifies neither a unit nor a rule, so it is not enforced.</summary>
    public long? MaxSize { get; init; }

    /// <summary>Does not contain the address, which is a secret.</summary>
    public override string ToString() => $"{Method} (address hidden)";
}
