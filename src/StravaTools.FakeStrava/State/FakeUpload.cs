using System.Collections.Immutable;
using StravaTools.FakeStrava.Processing;

namespace StravaTools.FakeStrava.State;

/// <summary>An upload and its state.</summary>
public sealed record FakeUpload
{
    /// <summary>The id of the upload.</summary>
    public long Id { get; init; }

    /// <summary>The id of the athlete who sent it.</summary>
    public long AthleteId { get; init; }

    /// <summary>The file name in the request.</summary>
    public string FileName { get; init; } = "";

    /// <summary>
    /// The external id: the one in the request, or else the file name, with the extension of the data type. Responses contain it when the
    /// activity is ready.
    /// </summary>
    public string ExternalId { get; init; } = "";

    /// <summary>The data type, in lower case.</summary>
    public string DataType { get; init; } = "";

    /// <summary>The size of the file in bytes, as sent: compressed if it is gzipped.</summary>
    public int Size { get; init; }

    /// <summary>SHA-256 of the uncompressed bytes in lower-case hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>All parameters except the token, as sent.</summary>
    public ImmutableSortedDictionary<string, string> Parameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>When it was sent, by the fake's clock.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The number of polls.</summary>
    public int Polls { get; init; }

    /// <summary>One of the four documented texts (strava-uploads.md, status).</summary>
    public string Status { get; init; } = UploadTexts.Processing;

    /// <summary>The error, which can contain HTML; null without an error.</summary>
    public string? Error { get; init; }

    /// <summary>The activity; null until it is ready, and after it was deleted.</summary>
    public long? ActivityId { get; init; }
}
