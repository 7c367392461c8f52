using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StravaTools.FakeStrava.Faults;
using WireMock.Logging;
using WireMock.Server;
using WireMock.Settings;

namespace StravaTools.FakeStrava.Hosting;

/// <summary>
/// WireMock.Net's server, on 127.0.0.1 only. Its stubs answer first; the engine of the fake is a branch of its pipeline and answers the
/// rest. The options of Kestrel are ours, so that the environment cannot change addresses and limits.
/// </summary>
internal sealed class WireMockHost
{
    /// <summary>The largest request in bytes. The documents have no limit; a recording of a day is much smaller.</summary>
    private const int MaxRequestSize = 30_000_000;

    /// <summary>Clients refuse certificates that are valid for long.</summary>
    private const int CertificateDays = 100;

    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource<IReadOnlyList<Uri>> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HostSettings _settings;
    private readonly Task<WireMockServer> _wireMock;
    private IServer? _server;
    private volatile bool _mayHaveStubs;

    private WireMockHost(HostSettings settings)
    {
        _settings = settings;
        // The constructor of the server blocks for up to 100 ms after its start, so no code waits for it until a stub is needed.
        _wireMock = Task.Factory.StartNew(
            () => WireMockServer.Start(CreateSettings()), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>WireMock.Net's server, for stubs in C#.</summary>
    public WireMockServer WireMock
    {
        get
        {
            var server = _wireMock.GetAwaiter().GetResult();
            _mayHaveStubs = true;
            return server;
        }
    }

    /// <summary>Where the host listens.</summary>
    public Uri BaseUri => _started.Task.Result.Single(address => address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Where the host listens with TLS; null if it does not.</summary>
    public Uri? HttpsUri => _started.Task.Result.SingleOrDefault(address => address.Scheme == Uri.UriSchemeHttps);

    /// <summary>The certificate for TLS; null without TLS.</summary>
    public X509Certificate2? Certificate { get; private set; }

    /// <summary>Starts a host. When the task completes, it accepts requests.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<WireMockHost> StartAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        var host = new WireMockHost(settings);
        // A failure to listen is reported by the listener; this is for failures before it.
        _ = host._wireMock.ContinueWith(
            failed => host._started.TrySetException(failed.Exception!.InnerExceptions),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        await host._started.Task.WaitAsync(cancellationToken);
        return host;
    }

    /// <summary>Closes all connections, after at most a second.</summary>
    public async Task StopAsync()
    {
        using var timeout = new CancellationTokenSource(ShutdownTimeout, TimeProvider.System);
        await _server!.StopAsync(timeout.Token);
        _ = _wireMock.ContinueWith(
            started => started.Result.Dispose(),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default);
    }

    /// <summary>Removes all stubs and scenarios.</summary>
    public void ResetStubs()
    {
        if (_mayHaveStubs)
        {
            _wireMock.Result.Reset();
        }
    }

    private WireMockServerSettings CreateSettings() => new()
    {
        // Not used: the options of Kestrel have the address. WireMock.Net listens on all addresses without it.
        Urls = ["http://127.0.0.1:0"],
        StartAdminInterface = false,
        // The fake has its own journal.
        MaxRequestLogCount = 0,
        Logger = new WireMockNullLogger(),
        AdditionalServiceRegistration = AddServices,
        PreWireMockMiddlewareInit = application => BuildPipeline((IApplicationBuilder)application),
    };

    private void AddServices(IServiceCollection services)
    {
        services.AddRoutingCore();
        // No message is written anywhere, but ASP.NET would prepare a scope for the messages of each request.
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.Configure<SocketTransportOptions>(sockets =>
        {
            // A request is answered by the thread that received it. A handler that blocks stops only its own connection.
            sockets.UnsafePreferInlineScheduling = true;
            // An empty read for each request, to save the buffers of idle connections.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
        services.AddSingleton<IConnectionListenerFactory>(provider => new LoopbackListeners(
            new SocketTransportFactory(
                provider.GetRequiredService<IOptions<SocketTransportOptions>>(), provider.GetRequiredService<ILoggerFactory>()),
            _settings.PortSwitch,
            failure => _started.TrySetException(failure)));
        services.AddSingleton<IOptions<KestrelServerOptions>>(
            provider => new OptionsWrapper<KestrelServerOptions>(CreateKestrelOptions(provider)));
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = MaxRequestSize;
            // In memory: temporary files are slower and remain if the process is killed.
            form.MemoryBufferThreshold = MaxRequestSize;
        });
    }

    private KestrelServerOptions CreateKestrelOptions(IServiceProvider services)
    {
        var kestrel = new KestrelServerOptions { ApplicationServices = services, AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = MaxRequestSize;
        kestrel.Listen(IPAddress.Loopback, _settings.Port, endpoint => endpoint.Use(_settings.GuardConnection));
        if (_settings.HttpsPort is { } port)
        {
            kestrel.Listen(IPAddress.Loopback, port, ListenWithTls);
        }

        return kestrel;
    }

    private void ListenWithTls(ListenOptions endpoint)
    {
        var now = _settings.RealClock.GetUtcNow();
        Certificate = RunCertificate.Create(now.AddDays(-1), CertificateDays);
        var expired = new Lazy<X509Certificate2>(() => RunCertificate.Create(now.AddDays(-CertificateDays), CertificateDays - 1));
        // A fault of a request would hit all requests of an HTTP/2 connection.
        endpoint.Protocols = HttpProtocols.Http1;
        endpoint.Use(_settings.GuardConnection);
        endpoint.Use(DirectOutput.UseDirectly);
        endpoint.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificateSelector = (connection, _) => ConnectionGate.IsExpired(connection) ? expired.Value : Certificate,
        });
    }

    private void BuildPipeline(IApplicationBuilder application)
    {
        var addresses = application.ServerFeatures.GetRequiredFeature<IServerAddressesFeature>();
        // ASPNETCORE_URLS with ASPNETCORE_PREFERHOSTINGURLS would replace our address.
        addresses.PreferHostingUrls = false;
        addresses.Addresses.Clear();
        _server = application.ApplicationServices.GetRequiredService<IServer>();
        application.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted
            .Register(() => _started.TrySetResult([.. addresses.Addresses.Select(address => new Uri(address))]));
        var engine = EngineErrors.CatchErrors(_settings.BuildEngine(application.New()));
        application.Use(stubs => _settings.Record(
            StubsFirst.Combine(_settings.TryRespondWithStub, HasStubs, stubs, engine)));
    }

    private bool HasStubs() => _mayHaveStubs && _wireMock.Result.Mappings.Count > 0;
}
