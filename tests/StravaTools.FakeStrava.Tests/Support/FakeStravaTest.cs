using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Tests.Support;

/// <summary>A fake and a plain HTTP client that sends requests as documented; it uses nothing of StravaTools.Client.</summary>
public abstract class FakeStravaTest : IAsyncDisposable
{
    protected const string StillProcessing = "Your activity is still being processed.";
    protected const string IsReady = "Your activity is ready.";
    protected const string HasError = "There was an error processing your activity.";

    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private FakeStravaServer? _server;

    protected FakeStravaServer Server => _server!;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected async Task StartAsync(FakeStravaOptions? options = null) => _server = await FakeStravaServer.StartAsync(options);

    /// <summary>Sends with the token of the default athlete, or another token, or without one if the token is empty.</summary>
    protected async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Server.BaseUri, path)) { Content = content };
        if (token != "")
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Server.AccessToken);
        }

        return await SendAsync(request);
    }

    protected async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return new Reply(response.StatusCode, response.Content.Headers, bytes) { ResponseHeaders = response.Headers };
    }

    /// <summary>Sends a form, by default without a token.</summary>
    protected Task<Reply> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(
        HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), "");

    protected Task<Reply> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, token: token);

    /// <summary>Fields before the file, as curl sends them.</summary>
    protected Task<Reply> UploadAsync(
        byte[] bytes, string dataType, (string Name, string Value)[]? fields = null, string fileName = "walk.gpx", string? token = null) =>
        SendAsync(HttpMethod.Post, "api/v3/uploads", Form(bytes, [("data_type", dataType), .. fields ?? []], fileName), token);

    protected static MultipartFormDataContent Form(byte[]? bytes, (string Name, string Value)[] fields, string fileName = "walk.gpx")
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        if (bytes is not null)
        {
            form.Add(new ByteArrayContent(bytes), "file", fileName);
        }

        return form;
    }

    protected Task<Reply> PollAsync(Reply upload) => GetAsync($"api/v3/uploads/{upload.Json.GetProperty("id_str").GetString()}");

    /// <summary>Uploads, polls once, and returns the response to the poll.</summary>
    protected async Task<Reply> UploadAndPollAsync(
        byte[] bytes, string dataType, (string Name, string Value)[]? fields = null, string fileName = "walk.gpx")
    {
        var upload = await UploadAsync(bytes, dataType, fields, fileName);
        Assert.Equal(HttpStatusCode.Created, upload.Status);
        return await PollAsync(upload);
    }

    /// <summary>Uploads and returns the activity.</summary>
    protected async Task<JsonElement> ActivityOfAsync(byte[] bytes, string dataType, params (string Name, string Value)[] fields)
    {
        var poll = await UploadAndPollAsync(bytes, dataType, fields);
        Assert.Equal(IsReady, poll.Text("status"));
        return (await GetAsync($"api/v3/activities/{poll.Number("activity_id")}")).Json;
    }

    protected static FakeStravaOptions TwoAthletes => new()
    {
        Athletes = [new FakeAthlete(), new FakeAthlete { Id = 2, AccessToken = "other-token" }],
    };

    protected static void AssertFault(Reply reply, HttpStatusCode status, string message, string resource, string field, string code)
    {
        Assert.Equal(status, reply.Status);
        Assert.Equal("application/json", reply.Headers.ContentType!.MediaType);
        Assert.Equal(message, reply.Text("message"));
        var error = Assert.Single(reply.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal((resource, field, code),
            (error.GetProperty("resource").GetString()!, error.GetProperty("field").GetString()!, error.GetProperty("code").GetString()!));
    }
}

/// <summary>A response as it was received.</summary>
public sealed record Reply(HttpStatusCode Status, HttpContentHeaders Headers, byte[] Bytes)
{
    public required HttpResponseHeaders ResponseHeaders { get; init; }

    public JsonElement Json => JsonElement.Parse(Bytes);

    /// <summary>Null if the response does not have it.</summary>
    public string? Header(string name) => ResponseHeaders.TryGetValues(name, out var values) ? string.Join(';', values) : null;

    public string Body => Encoding.UTF8.GetString(Bytes);

    public IEnumerable<string> Keys => Json.EnumerateObject().Select(property => property.Name);

    public string? Text(string name) => Json.GetProperty(name).GetString();

    public long Number(string name) => Json.GetProperty(name).GetInt64();

    public bool IsNull(string name) => Json.GetProperty(name).ValueKind == JsonValueKind.Null;
}
