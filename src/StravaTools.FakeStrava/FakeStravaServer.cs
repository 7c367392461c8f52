using StravaTools.FakeStrava.Decathlon;
using StravaTools.FakeStrava.Endpoints;
using StravaTools.FakeStrava.Hosting;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;
using WireMock.Matchers.Request;
using WireMock.Server;

namespace StravaTools.FakeStrava;

/// <summary>
/// A Strava on 127.0.0.1 that behaves as the documents describe. All data is kept in memory and is lost when the server is disposed.
/// </summary>
public sealed class FakeStravaServer : IAsyncDisposable
{
    private readonly WireMockHost _host;
    private readonly World _world;

    private FakeStravaServer(WireMockHost host, World world, DecathlonState decathlon)
    {
        (_host, _world) = (host, world);
        Decathlon = new FakeDecathlon(decathlon);
    }

    /// <summary>Such as http://127.0.0.1:5123/; the API is at api/v3/ below it.</summary>
    public Uri BaseUri => _world.BaseUri;

    /// <summary>The token of the default athlete.</summary>
    public string AccessToken => _world.Options.Athletes[0].AccessToken;

    /// <summary>All uploads, oldest first. Reading them does not count as a poll.</summary>
    public IReadOnlyList<FakeUpload> Uploads => _world.Uploads();

    /// <summary>All activities of all athletes, in the order of their creation.</summary>
    public IReadOnlyList<DetailedActivity> Activities => _world.Activities();

    /// <summary>All photos.</summary>
    public IReadOnlyList<FakePhoto> Photos => _world.Photos();

    /// <summary>The last 10,000 requests, in the order of their responses.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _world.Requests.Snapshot();

    /// <summary>The Decathlon part.</summary>
    public FakeDecathlon Decathlon { get; }

    /// <summary>Starts a fake. When the task completes, it accepts requests.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="ArgumentException">The options have no athlete, or an application of an unknown athlete.</exception>
    public static async Task<FakeStravaServer> StartAsync(FakeStravaOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new FakeStravaOptions();
        Validate(options);
        var world = new World(options);
        var decathlon = new DecathlonState(world.Options.Decathlon, world.Options.TimeProvider);
        var settings = new HostSettings { Port = world.Options.Port, BuildEngine = app => BuildEngine(app, world, decathlon) };
        var host = await WireMockHost.StartAsync(settings, cancellationToken);
        world.BaseUri = decathlon.BaseUri = host.BaseUri;
        return new FakeStravaServer(host, world, decathlon);
    }

    /// <summary>
    /// Begins a stub of WireMock.Net, which answers instead of the fake: server.Given(Request.Create().WithPath("/api/v3/athlete"))
    /// .RespondWith(Response.Create().WithStatusCode(502)).
    /// </summary>
    public IRespondWithAProvider Given(IRequestMatcher request) => _host.WireMock.Given(request);

    /// <summary>The server of WireMock.Net that hosts the fake, for stubs, scenarios, and proxies.</summary>
    public WireMockServer WireMock => _host.WireMock;

    /// <summary>Deletes an activity, as its athlete can do on strava.com, but not with the API. False if it does not exist.</summary>
    public bool DeleteActivity(long id) => _world.DeleteActivity(id);

    /// <summary>
    /// Changes an activity, as people can do on strava.com, but not with the API: kudos, comments, a group activity, the workout type, or a
    /// flag.
    /// </summary>
    /// <param name="id">The activity.</param>
    /// <param name="change">Returns the changed activity, with the same id.</param>
    /// <returns>False if the activity does not exist.</returns>
    public bool UpdateActivity(long id, Func<DetailedActivity, DetailedActivity> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _world.UpdateActivity(id, change) is not null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _host.StopAsync();

    private static void Validate(FakeStravaOptions options)
    {
        if (options.Athletes.Count == 0)
        {
            throw new ArgumentException("The options must have an athlete: its token is the default.", nameof(options));
        }

        if (options.Applications.FirstOrDefault(application => application.FindOwner(options.Athletes) is null) is { } orphan)
        {
            var message = $"The athlete {orphan.AthleteId} of the application {orphan.ClientId} does not exist.";
            throw new ArgumentException(message, nameof(options));
        }
    }

    private static RequestDelegate BuildEngine(IApplicationBuilder app, World world, DecathlonState decathlon)
    {
        app.Use((http, next) => RecordAsync(http, next, world));
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapStrava(world);
            endpoints.MapDecathlon(decathlon);
            endpoints.MapDecathlonAdmin(decathlon);
        });
        return app.Build();
    }

    private static async Task RecordAsync(HttpContext http, RequestDelegate next, World world)
    {
        // Recorded when the response begins, so that a client that received it finds its request in the log. Requests that control the
        // fake are not recorded.
        if (!http.Request.Path.StartsWithSegments("/__admin", StringComparison.Ordinal))
        {
            http.Response.OnStarting(() =>
            {
                world.Requests.AddRequest(http);
                return Task.CompletedTask;
            });
        }

        await next(http);
    }
}
