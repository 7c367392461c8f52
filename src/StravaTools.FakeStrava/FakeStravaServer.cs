using System.Text;
using System.Text.Json;
using StravaTools.FakeStrava.Admin;
using StravaTools.FakeStrava.Admin.Nouns;
using StravaTools.FakeStrava.Admin.WireMock;
using StravaTools.FakeStrava.Clock;
using StravaTools.FakeStrava.Decathlon;
using StravaTools.FakeStrava.Endpoints;
using StravaTools.FakeStrava.Face;
using StravaTools.FakeStrava.Faults;
using StravaTools.FakeStrava.Hosting;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;
using StravaTools.FakeStrava.Stubs;
using StravaTools.FakeStrava.Webhooks;
using WireMock.Matchers.Request;
using WireMock.Server;

namespace StravaTools.FakeStrava;

/// <summary>
/// A Strava on 127.0.0.1 that behaves as the documents describe. All data is lost when the server is disposed. Files and photos
/// that exceed 4 MiB of memory are in a temporary file.
/// </summary>
public sealed class FakeStravaServer : IAsyncDisposable
{
    private readonly WireMockHost _host;
    private readonly FakeParts _parts;

    private FakeStravaServer(WireMockHost host, FakeParts parts, DecathlonState decathlon)
    {
        (_host, _parts) = (host, parts);
        Decathlon = new FakeDecathlon(decathlon);
    }

    /// <summary>Such as http://127.0.0.1:5123/; the API is at api/v3/ below it.</summary>
    public Uri BaseUri => _host.BaseUri;

    /// <summary>Where it listens with TLS; null without <see cref="FakeStravaOptions.HttpsPort"/>.</summary>
    public Uri? HttpsUri => _host.HttpsUri;

    /// <summary>The certificate of this run as PEM, for clients to trust; null without <see cref="FakeStravaOptions.HttpsPort"/>.</summary>
    public string? Certificate => _host.Certificate?.ExportCertificatePem();

    /// <summary>The token of the default athlete.</summary>
    public string AccessToken => World.Options.Athletes[0].AccessToken;

    /// <summary>All uploads, oldest first. Reading them does not count as a poll.</summary>
    public IReadOnlyList<FakeUpload> Uploads => World.Uploads();

    /// <summary>All activities of all athletes, in the order of their creation.</summary>
    public IReadOnlyList<DetailedActivity> Activities => World.Activities();

    /// <summary>All photos.</summary>
    public IReadOnlyList<FakePhoto> Photos => World.Photos();

    /// <summary>The last requests, in the order of their responses: at most 10,000 and 32 MiB.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _parts.Journal.Snapshot().Select(entry => new RecordedRequest(entry))];

    /// <summary>The clock by which tokens expire, limits reset, and uploads are processed.</summary>
    public FakeClock Clock => _parts.Clock;

    /// <summary>The last 1,000 deliveries of webhook events, oldest first.</summary>
    public IReadOnlyList<WebhookDelivery> WebhookDeliveries => _parts.Webhooks.Deliveries();

    /// <summary>The ordered faults that are not used up.</summary>
    public IReadOnlyList<FakeFault> Faults => _parts.Faults.Snapshot();

    /// <summary>The limits of each application.</summary>
    public FakeRateLimits RateLimits
    {
        get => World.RateLimiter.Limits;
        set => World.RateLimiter.Limits = value;
    }

    /// <summary>When uploads are processed. A change applies to uploads that wait, too.</summary>
    public ProcessingPolicy Processing
    {
        get => World.Processing;
        set => World.Processing = value;
    }

    /// <summary>The Decathlon part.</summary>
    public FakeDecathlon Decathlon { get; }

    private World World => _parts.World;

    /// <summary>Starts a fake. When the task completes, it accepts requests.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="ArgumentException">
    /// The options have no athlete, an application of an unknown athlete, or a public address with a path.
    /// </exception>
    /// <exception cref="FormatException"><see cref="FakeStravaOptions.State"/> is not valid.</exception>
    public static async Task<FakeStravaServer> StartAsync(FakeStravaOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new FakeStravaOptions();
        Validate(options);
        var parts = new FakeParts(options);
        if (options.State is { } state)
        {
            LoadState(parts.World, state);
            parts.World.KeepAsSeed();
        }

        var decathlon = new DecathlonState(options.Decathlon, parts.Clock, parts.Blobs);
        var recorder = new JournalRecorder(parts.Journal, parts.Clock.Real, parts.Clock);
        FakeStravaServer? server = null;
        var settings = new HostSettings
        {
            Port = options.Port,
            HttpsPort = options.HttpsPort,
            RealClock = parts.Clock.Real,
            PortSwitch = parts.Port,
            GuardConnection = new ConnectionGate(parts.Faults, parts.Clock.Real).GuardConnection,
            TryRespondWithStub = new StubResponder(parts.Stubs, parts.Clock.Real, options.Seed).TryRespondAsync,
            Record = next => FaceRoutes.RedirectBrowsers(recorder.RecordAround(next)),
            BuildEngine = app => BuildEngine(app, parts, decathlon, () => server!),
        };
        var host = await WireMockHost.StartAsync(settings, cancellationToken);
        parts.World.BaseUri = decathlon.BaseUri = options.PublicUri ?? host.BaseUri;
        return server = new FakeStravaServer(host, parts, decathlon);
    }

    /// <summary>
    /// Begins a stub of WireMock.Net, which answers instead of the fake: server.Given(Request.Create().WithPath("/api/v3/athlete"))
    /// .RespondWith(Response.Create().WithStatusCode(502)).
    /// </summary>
    public IRespondWithAProvider Given(IRequestMatcher request) => _host.WireMock.Given(request);

    /// <summary>The server of WireMock.Net that hosts the fake, for stubs, scenarios, and proxies.</summary>
    public WireMockServer WireMock => _host.WireMock;

    /// <summary>Adds a fault for future requests.</summary>
    /// <returns>The fault with its number.</returns>
    /// <exception cref="ArgumentException">The fault has invalid values, or there is no such operation.</exception>
    public FakeFault AddFault(FakeFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return _parts.Faults.AddFault(fault);
    }

    /// <summary>Removes all faults.</summary>
    public void RemoveFaults() => _parts.Faults.RemoveFaults(null);

    /// <summary>Sets the usage so that only some requests remain before the limits of the current 15-minute window are reached.</summary>
    /// <param name="remaining">The number of requests that still succeed.</param>
    /// <param name="clientId">The application; null for the first.</param>
    public void LeaveRequests(int remaining, int? clientId = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(remaining);
        World.RateLimiter.LeaveRequests(clientId ?? World.Options.Applications[0].ClientId, remaining);
    }

    /// <summary>Completes the processing of an upload now. False if it is not processing.</summary>
    public bool CompleteUpload(long id) => World.FinishUpload(id, null);

    /// <summary>Ends the processing of an upload with an error. False if it is not processing.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="error">The text that polls return.</param>
    public bool FailUpload(long id, string error)
    {
        ArgumentException.ThrowIfNullOrEmpty(error);
        return World.FinishUpload(id, error);
    }

    /// <summary>Keeps an upload in processing until it is completed or failed. False if it is not processing.</summary>
    public bool HoldUpload(long id) => World.HoldUpload(id);

    /// <summary>The state as JSON, as GET /__admin/strava/state returns it: athletes, tokens, activities, uploads, and more.</summary>
    public string ExportState() => JsonSerializer.Serialize(StateDocument.Describe(World.ReadContent()), AdminJson.Options);

    /// <summary>Replaces the state, as PUT /__admin/strava/state does. Lists that are missing are those of the options.</summary>
    /// <exception cref="FormatException">The state is not valid; the message contains the place.</exception>
    public void ImportState(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        LoadState(World, json);
    }

    /// <summary>Saves the state. A snapshot of the same name is replaced.</summary>
    public void SaveSnapshot(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _parts.Snapshots.SaveSnapshot(name);
    }

    /// <summary>Restores a saved state. False if there is no snapshot of this name.</summary>
    public bool RestoreSnapshot(string name) => _parts.Snapshots.RestoreSnapshot(name);

    /// <summary>Restores the data, clock, and limits of the start, and removes requests, stubs, and faults.</summary>
    public void ResetAll()
    {
        _parts.ResetAll();
        Decathlon.ResetState();
        _host.ResetStubs();
    }

    /// <summary>Deletes an activity, as its athlete can do on strava.com, but not with the API. False if it does not exist.</summary>
    public bool DeleteActivity(long id) => World.DeleteActivity(id);

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
        return World.UpdateActivity(id, change) is not null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _parts.Dispose();
    }

    private static void LoadState(World world, string json)
    {
        try
        {
            StateDocument.ReplaceState(world, StateDocument.ParseText(Encoding.UTF8.GetBytes(json)));
        }
        catch (StateException exception)
        {
            throw new FormatException($"The state is not valid at '{exception.Pointer}': {exception.Message}", exception);
        }
    }

    /// <summary>True for the root of a server: http or https, without a path.</summary>
    internal static bool IsRoot(Uri address) =>
        address is { IsAbsoluteUri: true, PathAndQuery: "/" }
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static void Validate(FakeStravaOptions options)
    {
        if (options.PublicUri is { } address && !IsRoot(address))
        {
            throw new ArgumentException($"'{address}' is not the root of a server.", nameof(options));
        }

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

    private static RequestDelegate BuildEngine(
        IApplicationBuilder app, FakeParts parts, DecathlonState decathlon, Func<FakeStravaServer> server)
    {
        app.Use(AdminGuard.ProtectAdmin);
        if (parts.World.Options.ApiAtRoot)
        {
            app.Use(RootApi.MoveApi);
        }

        app.UseRouting();
        app.Use(endpoint => new FaultGate(parts.Faults, parts.World, parts.Clock.Real).GuardEndpoint(endpoint));
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapStrava(parts.World, parts.Webhooks);
            endpoints.MapDecathlon(decathlon);
            endpoints.MapDecathlonAdmin(decathlon);
            endpoints.MapStravaAdmin(parts, () => server().ResetAll());
            endpoints.MapState(parts);
            endpoints.MapFace(parts, () => server().ResetAll());
            endpoints.MapWireMockAdmin(parts.Stubs, parts.Journal, parts.Clock, () => server()._host.ResetStubs());
            endpoints.NameOperations(parts.Faults);
        });
        return app.Build();
    }
}
