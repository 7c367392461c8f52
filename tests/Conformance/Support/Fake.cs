using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using StravaTools.Client;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Authorization;
using StravaTools.Http.Transport;

namespace Conformance.Support;

/// <summary>A fake server for one test. Requests use real HTTP, like the curl commands in the documents.</summary>
internal sealed class Fake : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly HttpClient _clients = ApiHttp.CreateClient();

    private Fake(FakeStravaServer server) => Server = server;

    public FakeStravaServer Server { get; }

    /// <summary>Our own client, for clauses about clients.</summary>
    public StravaClient Client =>
        new(_clients, new StaticAccessToken(Server.AccessToken), new StravaClientOptions { BaseUri = Server.BaseUri });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Fake> StartAsync(FakeStravaOptions? options = null) =>
        new(await FakeStravaServer.StartAsync(options, Cancellation));

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content = null, bool withToken = true)
    {
        using var request = new HttpRequestMessage(method, new Uri(Server.BaseUri, path)) { Content = content };
        request.Headers.Authorization = withToken ? new AuthenticationHeaderValue("Bearer", Server.AccessToken) : null;
        using var response = await _http.SendAsync(request, Cancellation);
        return new Reply(
            response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsStringAsync(Cancellation));
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> CreateAsync(params (string Name, string Value)[] fields) => SendAsync(
        HttpMethod.Post, "api/v3/activities",
        new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<Reply> UploadAsync(byte[] bytes, string fileName, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(bytes), "file", fileName);
        return SendAsync(HttpMethod.Post, "api/v3/uploads", form);
    }

    public Task<Reply> PollAsync(Reply upload) => GetAsync($"api/v3/uploads/{upload.Text("id_str")}");

    /// <summary>Uploads and returns the activity in detailed representation.</summary>
    public async Task<Reply> ActivityOfAsync(byte[] bytes, string dataType, params (string Name, string Value)[] fields)
    {
        var poll = await PollAsync(await UploadAsync(bytes, $"file.{dataType}", [("data_type", dataType), .. fields]));
        Assert.Equal("Your activity is ready.", poll.Text("status"));
        return await GetAsync($"api/v3/activities/{poll.Number("activity_id")}");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _clients.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>A response.</summary>
internal sealed record Reply(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public IEnumerable<string> Names => Json.EnumerateObject().Select(property => property.Name);

    public string? Text(string name) => Json.GetProperty(name).GetString();

    public long Number(string name) => Json.GetProperty(name).GetInt64();

    public double Float(string name) => Json.GetProperty(name).GetDouble();

    public bool Flag(string name) => Json.GetProperty(name).GetBoolean();
}
