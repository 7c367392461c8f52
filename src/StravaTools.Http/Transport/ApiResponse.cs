using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace StravaTools.Http.Transport;

/// <summary>What a server answered: the status and the body, which is small in all that is documented.</summary>
internal sealed record ApiResponse(HttpStatusCode StatusCode, string? MediaType, byte[] Body, HttpResponseHeaders Headers)
{
    /// <summary>No documented answer comes near it; an endless one must end somewhere.</summary>
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
