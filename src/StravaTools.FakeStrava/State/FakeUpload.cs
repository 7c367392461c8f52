using System.Collections.Immutable;
using StravaTools.FakeStrava.Processing;

namespace StravaTools.FakeStrava.State;

/// <summary>An upload as the fake knows it.</summary>
public sealed record FakeUpload
{
    /// <summary>The id of the upload.</summary>
    public long Id { get; init; }

    /// <summary>Who uploaded.</summary>
    public long AthleteId { get; init; }

    /// <summary>The name that came with the file.</summary>
    public string FileName { get; init; } = "";

    /// <summary>
    /// The external id: the given one or the file's name, with the extension of the data type. Told to clients once the activity is
    /// ready.
    /// </summary>
    public string ExternalId { get; init; } = "";

    /// <summary>The data type, in lower case.</summary>
    public string DataType { get; init; } = "";

    /// <summary>Bytes as they came, packed if gzipped.</summary>
    public int Size { get; init; }

    /// <summary>SHA-256 of the uncompressed bytes in lower-case hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>All parameters but the token, as they came.</summary>
    public ImmutableSortedDictionary<string, string> Parameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>When it came, by the fake's clock.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often it was polled.</summary>
    public int Polls { get; init; }

    /// <summary>One of the four documented texts (strava-uploads.md, status).</summary>
    public string Status { get; init; } = UploadTexts.Processing;

    /// <summary>What went wrong; may hold HTML.</summary>
    public string? Error { get; init; }

    /// <summary>The activity, once it is ready.</summary>
    public long? ActivityId { get; init; }
}
