using System.Net.Http.Headers;
using System.Text;

namespace StravaTools.FakeStrava.Tests.Admin.WireMock;

/// <summary>Sends the recorded calls to a server.</summary>
internal static class GoldenRun
{
    /// <param name="http">With the address of the server.</param>
    /// <returns>The answer to each call, in their order.</returns>
    public static async Task<IReadOnlyList<(GoldenExchange Call, int Status, string Body)>> SendAllAsync(HttpClient http)
    {
        var answers = new List<(GoldenExchange, int, string)>();
        // As in the recorded server.
        await SendAsync(http, HttpMethod.Post, "/__admin/settings", """{"fixedDelay":1}""");
        var isFirstScenario = true;
        foreach (var call in GoldenExchange.ReadAll())
        {
            if (isFirstScenario && call.Path == "/__admin/scenarios")
            {
                isFirstScenario = false;
                await SendThreeRequestsAsync(http);
            }

            var (status, body) = await SendAsync(http, new HttpMethod(call.Method), call.Path, call.Body);
            answers.Add((call, status, body));
        }

        return answers;
    }

    public static async Task<(int Status, string Body)> SendAsync(HttpClient http, HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Between the recorded calls, a client sent these requests.</summary>
    private static async Task SendThreeRequestsAsync(HttpClient http)
    {
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/v3/nothing", UriKind.Relative))
            {
                Content = new StringContent("data_type=fit", Encoding.ASCII, "application/x-www-form-urlencoded"),
            };
            request.Headers.TryAddWithoutValidation("User-Agent", "curl/7.88.1");
            request.Headers.Accept.ParseAdd("*/*");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "x");
            request.Content.Headers.ContentType!.CharSet = null;
            using var response = await http.SendAsync(request);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal([201, 429, 404], statuses);
    }
}
