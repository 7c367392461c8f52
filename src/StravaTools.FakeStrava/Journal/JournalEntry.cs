using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace StravaTools.FakeStrava.Journal;

/// <summary>A request and its response as they were, with secrets: only <see cref="RecordedRequest"/> leaves the fake.</summary>
internal sealed class JournalEntry(long number, DateTimeOffset receivedAt, DateTimeOffset fakeTime)
{
    /// <summary>Longer bodies are cut in the journal.</summary>
    public const int MaxBodyLength = 64 * 1024;

    /// <summary>About what an entry without bodies occupies, in bytes.</summary>
    private const int FixedSize = 2_000;

    private string[] _notes = [];

    public long Number => number;

    public Guid Id => new((int)(number >> 32), (short)(number >> 16), (short)number, [0x80, 0, 0, 0, 0, 0, 0, (byte)number]);

    /// <summary>By the real clock.</summary>
    public DateTimeOffset ReceivedAt => receivedAt;

    /// <summary>By the fake's clock.</summary>
    public DateTimeOffset FakeTime => fakeTime;

    public TimeSpan Duration { get; set; }

    /// <summary>The delay of the stub that answered.</summary>
    public TimeSpan AddedDelay { get; set; }

    public required string Method { get; init; }

    public required string Protocol { get; init; }

    public required string Scheme { get; init; }

    public required string Host { get; init; }

    public required string Path { get; init; }

    /// <summary>The path with the query, as it was sent.</summary>
    public required string Url { get; init; }

    /// <summary>With the question mark; empty without a query.</summary>
    public required string Query { get; init; }

    public KeyValuePair<string, StringValues>[] Headers { get; set; } = [];

    /// <summary>The beginning of the body, at most <see cref="MaxBodyLength"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    public long BodyLength { get; set; }

    public IEnumerable<KeyValuePair<string, string>> Parameters { get; set; } = [];

    public IReadOnlyList<RecordedPart> Parts { get; set; } = [];

    public int StatusCode { get; set; }

    public KeyValuePair<string, StringValues>[] ResponseHeaders { get; set; } = [];

    /// <summary>The beginning of the body, at most <see cref="MaxBodyLength"/>.</summary>
    public ReadOnlyMemory<byte> ResponseBody { get; private set; }

    public long ResponseLength { get; private set; }

    public AnsweredBy AnsweredBy { get; set; }

    /// <summary>The name of the endpoint, such as createUpload; null if no endpoint matches.</summary>
    public string? Operation { get; set; }

    public long? AthleteId { get; set; }

    public int? ClientId { get; set; }

    /// <summary>The stub that answered, in the dialect of wiremock.org; null without one.</summary>
    public JsonObject? Stub { get; set; }

    public IReadOnlyList<string> Notes => _notes;

    public string AbsoluteUrl => $"{Scheme}://{Host}{Url}";

    public long Size => FixedSize + Body.Length + ResponseBody.Length;

    /// <summary>What the fake made of the request, in a sentence.</summary>
    public void AddNote(string note) => _notes = [.. _notes, note];

    /// <summary>Keeps the beginning of a response, which the caller no longer changes.</summary>
    public void SetResponseBody(ReadOnlyMemory<byte> body)
    {
        ResponseLength = body.Length;
        ResponseBody = body.Length <= MaxBodyLength ? body : body[..MaxBodyLength].ToArray();
    }

    /// <summary>The entry of a request; null for a request that is not recorded.</summary>
    public static JournalEntry? FindEntry(HttpContext http) => http.Features.Get<Recording>()?.Entry;
}
