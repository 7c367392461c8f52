using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.Http.Errors;

namespace StravaTools.PowerShell.Work;

/// <summary>Sends requests to the administration of a fake server.</summary>
internal static class FakeAdmin
{
    /// <exception cref="ApiException">The server cannot be reached, or refuses the request.</exception>
    public static async Task<FakeAnswer> SendAsync(
        HttpClient http, Uri server, HttpMethod method, string noun, JsonNode? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(server, $"__admin/strava/{noun}"));
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return new FakeAnswer(text);
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
                error => $"{error?["source"]?["pointer"]} {error?["detail"] ?? error?["title"]}".Trim()));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return text[..Math.Min(text.Length, 200)];
        }
    }
}
