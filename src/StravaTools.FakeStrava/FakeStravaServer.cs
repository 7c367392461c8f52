using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using StravaTools.FakeStrava.Decathlon;
using StravaTools.FakeStrava.Endpoints;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava;

/// <summary>
/// A Strava on 127.0.0.1 that behaves as the documents say, with a memory. Dispose it to end it; nothing is kept.
/// </summary>
public sealed class FakeStravaServer : IAsyncDisposable
{
    /// <summary>Bytes of a request: the documents name no limit, so one that no recording of a day comes near.</summary>
    private const int MaxRequestSize = 30_000_000;

    private readonly WebApplication _app;
    private readonly World _world;

    private FakeStravaServer(WebApplication app, World world, DecathlonState decathlon)
    {
        (_app, _world) = (app, world);
        Decathlon = new FakeDecathlon(decathlon);
    }

    /// <summary>As http://127.0.0.1:5123/; the API is at api/v3/ below it.</summary>
    public Uri BaseUri => _world.BaseUri;

    /// <summary>The token of the default athlete.</summary>
    public string AccessToken => _world.Options.Athletes[0].AccessToken;

    /// <summary>All uploads, in the order they came. Looking does not count as a poll.</summary>
    public IReadOnlyList<FakeUpload> Uploads => _world.Uploads();

    /// <summary>All activities of all athletes, in the order they were made.</summary>
    public IReadOnlyList<DetailedActivity> Activities => _world.Activities();

    /// <summary>All photos.</summary>
    public IReadOnlyList<FakePhoto> Photos => _world.Photos();

    /// <summary>The last 10,000 requests, in the order they were answered.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _world.Requests.Snapshot();

    /// <summary>Its Decathlon part.</summary>
    public FakeDecathlon Decathlon { get; }

    /// <summary>Starts a fake. It listens when this returns.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="ArgumentException">The options name no athlete, or an application that belongs to an unknown athlete.</exception>
    public static async Task<FakeStravaServer> StartAsync(FakeStravaOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new FakeStravaOptions();
        if (options.Athletes.Count == 0)
        {
            throw new ArgumentException("There must be an athlete: the first one's token is the default.", nameof(options));
        }

        if (options.Applications.FirstOrDefault(application => application.FindOwner(options.Athletes) is null) is { } orphan)
        {
            throw new ArgumentException($"The athlete {orphan.AthleteId} of the application {orphan.ClientId} does not exist.", nameof(options));
        }

        var world = new World(options);
        var decathlon = new DecathlonState(world.Options.Decathlon, world.Options.TimeProvider);
        var app = BuildApplication(world, decathlon);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        world.BaseUri = decathlon.BaseUri = new Uri(addresses.Single());
        return new FakeStravaServer(app, world, decathlon);
    }

    /// <summary>Deletes an activity, as its athlete does on strava.com: the API cannot. False if there is no such activity.</summary>
    public bool DeleteActivity(long id) => _world.DeleteActivity(id);

    /// <summary>
    /// Changes an activity as people do on strava.com and not through the API: kudos, comments, a group activity, the workout type, or a flag.
    /// </summary>
    /// <param name="id">The activity.</param>
    /// <param name="change">Returns the changed activity, with the same id.</param>
    /// <returns>False if there is no such activity.</returns>
    public bool UpdateActivity(long id, Func<DetailedActivity, DetailedActivity> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _world.UpdateActivity(id, change) is not null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication BuildApplication(World world, DecathlonState decathlon)
    {
        // The empty builder reads no environment, no files and no command line, and logs nowhere: a fake in a test has only its options.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestSize;
            kestrel.Listen(IPAddress.Loopback, world.Options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = MaxRequestSize;
            // In memory: temporary files are slower and stay behind if the process is killed.
            form.MemoryBufferThreshold = MaxRequestSize;
        });
        var app = builder.Build();
        app.Use((http, next) => RecordAsync(http, next, world));
        app.UseRouting();
        app.MapStrava(world);
        app.MapDecathlon(decathlon);
        app.MapDecathlonAdmin(decathlon);
        return app;
    }

    private static async Task RecordAsync(HttpContext http, RequestDelegate next, World world)
    {
        // Recorded when the answer begins: a client that has it must find its request in the log. What drives the fake is no request of a client.
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

    /// <summary>The host's own would take Ctrl+C away from the program that the fake runs in.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
