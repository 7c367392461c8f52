using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Testing;

/// <summary>Controls a fake Strava in another process through its administration, /__admin/strava.</summary>
public static class FakeStravaAdmin
{
    /// <summary>Sends a request to the administration.</summary>
    /// <param name="http">Sends the request.</param>
    /// <param name="server">The root of the fake's server.</param>
    /// <param name="method">The method.</param>
    /// <param name="resource">The path below /__admin/strava, such as <c>clock/advance</c>.</param>
    /// <param name="json">The body; null without one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The body of the response, which is JSON or empty.</returns>
    /// <exception cref="ApiException">The server cannot be reached, or refuses the request.</exception>
    public static async Task<string> SendAsync(
        HttpClient http, Uri server, HttpMethod method, string resource, string? json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(resource);
        using var request = new HttpRequestMessage(method, new Uri(server, $"__admin/strava/{resource}"));
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return text;
            }

            throw new ApiException(ApiErrors.RequestRefused, (int)response.StatusCode, DescribeErrors(text));
        }
        catch (HttpRequestException e)
        {
            throw new ApiException(ApiErrors.ConnectionLost, e, server, e.Message);
        }
    }

    /// <summary>The place and the text of each error; the beginning of a text that is not JSON.</summary>
    private static string DescribeErrors(string text)
    {
        try
        {
            var errors = JsonNode.Parse(text)?["errors"]?.AsArray() ?? [];
            return string.Join("; ", errors.Select(
                error => $"{error?["source"]?["pointer"]} {error?["detail"] ?? error?["title"]}".Trim().TrimEnd('.')));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return text[..Math.Min(text.Length, 200)];
        }
    }
}
