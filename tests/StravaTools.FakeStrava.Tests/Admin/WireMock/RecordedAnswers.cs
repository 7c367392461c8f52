using System.Net.Http.Headers;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin.WireMock;

/// <summary>Answers of the fake to requests of a client, and the stubs that the fake exports for them.</summary>
internal sealed record RecordedAnswers(string Stubs, IReadOnlyDictionary<string, string> Answers)
{
    public static async Task<RecordedAnswers> CreateAsync(FakeStravaServer server)
    {
        using var http = new HttpClient { BaseAddress = server.BaseUri };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.AccessToken);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("gpx"), "data_type" },
            { new ByteArrayContent(TestFiles.Gpx("2025-05-02T07:00:00Z")), "file", "walk.gpx" },
        };
        using var upload = await http.PostAsync(new Uri("api/v3/uploads", UriKind.Relative), form);
        var id = server.Uploads.Single().Id;
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] paths =
        [
            "api/v3/athlete", $"api/v3/uploads/{id}", "api/v3/athlete/activities?per_page=2&page=1", "api/v3/activities/5",
        ];
        foreach (var path in paths)
        {
            answers[path] = await AnswerAsync(http, path);
        }

        using var snapshot = await http.PostAsync(new Uri("__admin/recordings/snapshot", UriKind.Relative), null);
        return new RecordedAnswers(await snapshot.Content.ReadAsStringAsync(), answers);
    }

    /// <summary>Another server, with the stubs, gives the same answers.</summary>
    public async Task AssertSameAsync(HttpClient http)
    {
        foreach (var (path, answer) in Answers)
        {
            Assert.Equal(answer, await AnswerAsync(http, path));
        }
    }

    private static async Task<string> AnswerAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        var usage = response.Headers.TryGetValues("X-Ratelimit-Usage", out var values) ? string.Join(';', values) : "";
        return $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {usage} {await response.Content.ReadAsStringAsync()}";
    }
}
