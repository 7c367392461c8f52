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

/// <summary>A photo that was put to the photo host.</summary>
/// <param name="UniqueId">Its id.</param>
/// <param name="ActivityId">The activity it belongs to.</param>
/// <param name="Bytes">The image.</param>
/// <param name="ContentType">What the bytes are: image/jpeg or image/png.</param>
/// <param name="UploadedAt">When it came, by the fake's clock.</param>
public sealed record FakePhoto(string UniqueId, long ActivityId, ReadOnlyMemory<byte> Bytes, string ContentType, DateTimeOffset UploadedAt);

/// <summary>A request as the fake saw it. Values of headers and parameters are not kept: they may hold tokens.</summary>
/// <param name="Method">GET, POST ...</param>
/// <param name="Path">The path without the query.</param>
/// <param name="QueryNames">The names of the query's parameters.</param>
/// <param name="HeaderNames">The names of the headers.</param>
/// <param name="StatusCode">What the fake answered.</param>
public sealed record RecordedRequest(
    string Method, string Path, ImmutableArray<string> QueryNames, ImmutableArray<string> HeaderNames, int StatusCode)
{
    /// <summary>True if a header of the name came, in any case.</summary>
    public bool HasHeader(string name) => HeaderNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
