using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace StravaTools.Http.Transport;

/// <summary>A server's response. Every documented body is small, so it is buffered.</summary>
internal sealed record ApiResponse(HttpStatusCode StatusCode, string? MediaType, byte[] Body, HttpResponseHeaders Headers)
{
    /// <summary>Far larger than any documented response; it bounds an endless one.</summary>
    private const int MaxBodyLength = 32 * 1024 * 1024;

    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    public string Text => Encoding.UTF8.GetString(Body);

    public static async Task<ApiResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MaxBodyLength, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new ApiResponse(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, response.Headers);
    }
}
