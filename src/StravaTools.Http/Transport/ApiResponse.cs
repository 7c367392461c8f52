using System.Net;
using System.Net.Http.Headers;
using System.Text;
using StravaTools.Http.Text;

namespace StravaTools.Http.Transport;

/// <summary>A server's response. Every documented body is small, so it is buffered.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="MediaType">The media type of the body.</param>
/// <param name="Body">The body; of an error, at most its first <see cref="MaxErrorLength"/> bytes.</param>
/// <param name="Headers">The headers.</param>
internal sealed record ApiResponse(HttpStatusCode StatusCode, string? MediaType, ReadOnlyMemory<byte> Body, HttpResponseHeaders Headers)
{
    /// <summary>Far larger than any documented response; it bounds an endless one.</summary>
    public const int MaxLength = 32 * 1024 * 1024;

    /// <summary>An explanation is never longer, and the rest of a page is not needed.</summary>
    public const int MaxErrorLength = 64 * 1024;

    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    /// <summary>The host that the request was sent to.</summary>
    public string Host { get; init; } = "";

    /// <summary>The address of a redirect to another host; null for any other response.</summary>
    public Uri? RedirectToOtherHost =>
        (int)StatusCode is >= 300 and < 400 && Headers.Location is { IsAbsoluteUri: true } target && target.IdnHost != Host ? target : null;

    /// <summary>The secrets that the request contained.</summary>
    public Redaction Redaction { get; init; } = Redaction.None;

    /// <summary>The beginning of the body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, MaxErrorLength)]);

    /// <summary>Reads the body.</summary>
    /// <exception cref="ResponseTooLargeException">The body is longer than <see cref="MaxLength"/>.</exception>
    public static async Task<ApiResponse> ReadAsync(HttpResponseMessage response, ExchangeWatch watch)
    {
        var body = await ReadBodyAsync(response, watch);
        return new ApiResponse(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, response.Headers);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpResponseMessage response, ExchangeWatch watch)
    {
        var maxLength = response.IsSuccessStatusCode ? MaxLength : MaxErrorLength;
        await using var stream = await response.Content.ReadAsStreamAsync(watch.Token);
        var body = new BodyPieces();
        while (body.Length < maxLength)
        {
            var read = await stream.ReadAsync(body.FreeSpace, watch.Token);
            if (read == 0)
            {
                return body.JoinPieces(maxLength);
            }

            watch.NoteProgress();
            body.NoteWritten(read);
        }

        if (response.IsSuccessStatusCode)
        {
            throw new ResponseTooLargeException(response.StatusCode);
        }

        return body.JoinPieces(maxLength);
    }
}
