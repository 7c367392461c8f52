using StravaTools.Activities.Model;
using StravaTools.Client.Activities;
using StravaTools.Client.Photos;
using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using StravaTools.Decathlon;
using StravaTools.Http.Authorization;
using StravaTools.Http.Pictures;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Http;

/// <summary>
/// A server has processed a request and loses the connection before its response. .NET repeats such a request by itself on another
/// connection if the connection was used before and the request has no body, or waits for 100 Continue.
/// </summary>
public sealed class RepeatedRequestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Changes => [.. Requests.Keys];

    private static Dictionary<string, Func<AllClients, Task>> Requests { get; } = new(StringComparer.Ordinal)
    {
        ["upload"] = at => at.Strava.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation),
        ["create activity"] = at => at.Strava.CreateActivityAsync(
            new NewActivity
            {
                Name = "Yoga",
                SportType = SportType.Parse("Yoga"),
                StartTime = DateTimeOffset.UnixEpoch,
                ElapsedTime = TimeSpan.FromHours(1),
            }, Cancellation),
        ["update activity"] = at => at.Strava.UpdateActivityAsync(1, new ActivityUpdate { Name = "x" }, Cancellation),
#pragma warning disable CS0618 // It works until June 2027.
        ["deauthorize"] = at => at.Strava.DeauthorizeAsync(Cancellation),
#pragma warning restore CS0618
        ["POST without a body"] = at => at.Strava.SendAsync(HttpMethod.Post, "x", cancellationToken: Cancellation),
        ["PUT without a body"] = at => at.Strava.SendAsync(HttpMethod.Put, "x", cancellationToken: Cancellation),
        ["DELETE without a body"] = at => at.Strava.SendAsync(HttpMethod.Delete, "x", cancellationToken: Cancellation),
        ["photo"] = at => at.Strava.UploadPhotoAsync(
            new PhotoMetadata { Uri = new Uri(at.Server, "photo").AbsoluteUri, Method = "PUT" },
            new Picture("a.jpg", TestPictures.Jpeg()), Cancellation),
        ["refresh"] = async at => await at.Login.Tokens().GetAccessTokenAsync(Cancellation),
        ["revoke"] = at => at.Login.DisconnectAsync(Cancellation),
        ["store at Decathlon"] = at => at.Decathlon.StoreAsync(Decathlons.Photo, Cancellation),
        ["images at Decathlon"] = at => at.Decathlon.SetImagesAsync("1", ["https://example.com/a.jpg"], Cancellation),
        ["thumbnail at Decathlon"] = at => at.Decathlon.SetThumbnailAsync("1", "https://example.com/a.jpg", Cancellation),
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_is_sent_once_if_the_connection_ends_after_it(string name)
    {
        await using var server = new RawServer(EndAfterEffectAsync);
        using var http = ApiHttp.CreateClient();
        var at = await ConnectAsync(server.Uri, http);
        // A used connection is in the pool.
        await at.Strava.SendAsync(HttpMethod.Get, "first", cancellationToken: Cancellation);

        await Assert.ThrowsAnyAsync<Exception>(() => Requests[name](at));

        Assert.Single(server.Requests, request => !request.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Fact]
    public void Client_that_expects_100_continue_is_rejected()
    {
        using var http = ApiHttp.CreateClient();
        http.DefaultRequestHeaders.ExpectContinue = true;

        Assert.Throws<ArgumentException>(() => new StravaClient(http, new StaticAccessToken(Token)));
        Assert.Throws<ArgumentException>(() => new StravaLogin(http, new TokenStore(_folder.Path, TimeProvider.System)));
    }

    /// <summary>The contrast: a request that changes nothing may be repeated.</summary>
    [Fact]
    public async Task Second_request_of_a_connection_reaches_the_server()
    {
        await using var server = new RawServer(EndAfterEffectAsync);
        using var http = ApiHttp.CreateClient();
        var at = await ConnectAsync(server.Uri, http);
        await at.Strava.SendAsync(HttpMethod.Get, "first", cancellationToken: Cancellation);
        await at.Strava.SendAsync(HttpMethod.Get, "second", cancellationToken: Cancellation);

        Assert.Equal(["first", "second", "second"], server.Requests.Select(request => request.Split(' ')[1].Split('/')[^1]));
    }

    private static async Task EndAfterEffectAsync(RawRequest request)
    {
        if (request.Number == 1)
        {
            await request.WriteAsync(RawServer.Json(200, "{}"));
        }
        else
        {
            request.Close();
        }
    }

    private async Task<AllClients> ConnectAsync(Uri server, HttpClient http)
    {
        var store = new TokenStore(_folder.Path, TimeProvider.System);
        using (var alone = await store.LockAsync(TokenStore.NameFor("strava", server), Cancellation))
        {
            await alone.WriteAsync(new StoredTokens
            {
                AccessToken = "fake-old",
                RefreshToken = "fake-old-refresh",
                ExpiresAt = DateTimeOffset.UnixEpoch,
                ClientId = "1",
                ClientSecret = "fake-secret",
            });
        }

        var token = new StaticAccessToken(Token);
        return new AllClients(
            server, new StravaClient(http, token, new StravaClientOptions { BaseUri = server }), new StravaLogin(http, store, server),
            new DecathlonClient(http, token, new DecathlonClientOptions { BaseUri = server, ApiKey = "fake-key" }));
    }

    /// <summary>The clients that share a connection pool to one server.</summary>
    private sealed record AllClients(Uri Server, StravaClient Strava, StravaLogin Login, DecathlonClient Decathlon);
}
