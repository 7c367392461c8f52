using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace StravaTools.Client.Http;

/// <summary>What a server answered: the status and the body, which is small in all that is documented.</summary>
internal sealed record Answer(HttpStatusCode StatusCode, string? MediaType, byte[] Body, HttpResponseHeaders Headers)
{
    /// <summary>No documented answer comes near it; an endless one must end somewhere.</summary>
    private const int LargestBody = 32 * 1024 * 1024;

    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    public string FromText => Encoding.UTF8.GetString(Body);

    public static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(LargestBody, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, response.Headers);
    }
}
