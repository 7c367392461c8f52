using System.Net.Http.Headers;
using System.Text;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Decathlon;

/// <summary>The Decathlon part of a fake, with requests as in decathlon-photos.md.</summary>
public abstract class DecathlonTest : FakeStravaTest
{
    protected const string Api = "sportstrackingdata/v2/";
    protected const string ActivityId = "eu2a8ff4b670340f5144";

    protected async Task<Reply> CallAsync(HttpMethod method, string path, HttpContent? content = null, string? token = null,
        string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Server.BaseUri, path)) { Content = content };
        if (token != "")
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Server.Decathlon.AccessToken);
        }

        request.Headers.Add("x-api-key", key ?? Server.Decathlon.ApiKey);
        return await SendAsync(request);
    }

    protected Task<Reply> StoreAsync(byte[] bytes, string fileName = "myphoto.jpg")
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", fileName } };
        return CallAsync(HttpMethod.Post, Api + "upload", form);
    }

    protected Task<Reply> PutAsync(string json, string id = ActivityId) =>
        CallAsync(HttpMethod.Put, $"{Api}activities/{id}", new StringContent(json, Encoding.UTF8, "application/json"));

    protected Task<Reply> ReadAsync(string id = ActivityId) => CallAsync(HttpMethod.Get, $"{Api}activities/{id}");

    /// <summary>The path of a URL of the fake.</summary>
    protected string PathOf(string? url) => Server.BaseUri.MakeRelativeUri(new Uri(url!)).ToString();
}
