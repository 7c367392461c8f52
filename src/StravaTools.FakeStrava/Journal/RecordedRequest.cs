using Microsoft.Extensions.Primitives;

namespace StravaTools.FakeStrava.Journal;

/// <summary>
/// A request that the fake received, with its response. Tokens, secrets, and codes are replaced by ***. Bodies are cut after 64 KiB.
/// </summary>
public sealed class RecordedRequest
{
    private readonly JournalEntry _entry;
    private readonly Lazy<SecretValues> _secrets;

    internal RecordedRequest(JournalEntry entry)
    {
        _entry = entry;
        _secrets = new Lazy<SecretValues>(() => new SecretValues(entry));
    }

    /// <summary>An ID that is unique in this run.</summary>
    public Guid Id => _entry.Id;

    /// <summary>1 for the first request of this run.</summary>
    public long Number => _entry.Number;

    /// <summary>When the request arrived, by the real clock, in milliseconds or finer.</summary>
    public DateTimeOffset ReceivedAt => _entry.ReceivedAt;

    /// <summary>When the request arrived, by the fake's clock.</summary>
    public DateTimeOffset FakeTime => _entry.FakeTime;

    /// <summary>The time until the response began.</summary>
    public TimeSpan Duration => _entry.Duration;

    /// <summary>GET, POST ...</summary>
    public string Method => _entry.Method;

    /// <summary>The path without the query.</summary>
    public string Path => _entry.Path;

    /// <summary>The path with the query.</summary>
    public string Url => HideSecrets(_entry.Url);

    /// <summary>The complete address.</summary>
    public string AbsoluteUrl => HideSecrets(_entry.AbsoluteUrl);

    /// <summary>The names of the query's parameters.</summary>
    public IReadOnlyList<string> QueryNames =>
        [.. Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(_entry.Query).Select(parameter => parameter.Key)];

    /// <summary>The headers, in the order in which they were sent by name.</summary>
    public IReadOnlyDictionary<string, string> Headers => HideHeaders(_entry.Headers);

    /// <summary>The names of the headers.</summary>
    public IReadOnlyList<string> HeaderNames => [.. _entry.Headers.Select(header => header.Key)];

    /// <summary>The parameters from query, form, multipart, and JSON, as the fake read them.</summary>
    public IReadOnlyDictionary<string, string> Parameters => _entry.Parameters.ToDictionary(
        parameter => parameter.Key, parameter => HideSecrets(parameter.Value), StringComparer.Ordinal);

    /// <summary>The files of a multipart request.</summary>
    public IReadOnlyList<RecordedPart> Files => _entry.Parts;

    /// <summary>The body as far as it was read, at most its first 64 KiB.</summary>
    public ReadOnlyMemory<byte> Body => _secrets.Value.HideSecrets(_entry.Body);

    /// <summary>The length of the body in bytes, as far as it was read.</summary>
    public long BodyLength => _entry.BodyLength;

    /// <summary>The status of the response.</summary>
    public int StatusCode => _entry.StatusCode;

    /// <summary>The headers of the response.</summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders => HideHeaders(_entry.ResponseHeaders);

    /// <summary>The body of the response, at most its first 64 KiB.</summary>
    public ReadOnlyMemory<byte> ResponseBody => _secrets.Value.HideSecrets(_entry.ResponseBody);

    /// <summary>The length of the response's body in bytes.</summary>
    public long ResponseLength => _entry.ResponseLength;

    /// <summary>Which part of the fake answered.</summary>
    public AnsweredBy AnsweredBy => _entry.AnsweredBy;

    /// <summary>The name of the endpoint, such as <c>createUpload</c>; null if no endpoint matches.</summary>
    public string? Operation => _entry.Operation;

    /// <summary>The athlete of the access token; null without a valid one.</summary>
    public long? AthleteId => _entry.AthleteId;

    /// <summary>What the fake made of the request, such as the upload that it created.</summary>
    public IReadOnlyList<string> Notes => _entry.Notes;

    internal JournalEntry Entry => _entry;

    /// <summary>True if the request has a header of the name, which is case-insensitive.</summary>
    public bool HasHeader(string name) => HeaderNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Such as <c>GET /api/v3/athlete 200</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Method} {Url} {StatusCode}");

    internal string HideSecrets(string text) => _secrets.Value.HideSecrets(text);

    private Dictionary<string, string> HideHeaders(IEnumerable<KeyValuePair<string, StringValues>> headers) => headers.ToDictionary(
        header => header.Key, header => HideSecrets(header.Value.ToString()), StringComparer.OrdinalIgnoreCase);
}
