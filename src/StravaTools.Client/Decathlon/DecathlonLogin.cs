using StravaTools.Client.Authorization;
using StravaTools.Client.Http;

namespace StravaTools.Client.Decathlon;

/// <summary>What a login left behind; no secret is in it.</summary>
public sealed record DecathlonConnection
{
    /// <summary>The server that the tokens are for.</summary>
    public required Uri Server { get; init; }

    /// <summary>The application that they were given to.</summary>
    public required string ClientId { get; init; }

    /// <summary>What they may be used for.</summary>
    public string? Scope { get; init; }

    /// <summary>When the access token ends; it is renewed by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>False if the server gave nothing to renew it with.</summary>
    public required bool IsRenewable { get; init; }

    /// <summary>The file that they are in.</summary>
    public required string TokenPath { get; init; }
}

/// <summary>Decathlon's login: code flow with PKCE, and the tokens of it in a store (field-notes.md, 3.6).</summary>
public sealed class DecathlonLogin
{
    /// <summary>All that photos and thumbnails need.</summary>
    public const string DefaultScope = "openid profile email sports_tracking_data sports_tracking_data:write";

    private const string Service = "decathlon";
    private const string CallbackPath = "/callback";

    private readonly TokenStore _store;
    private readonly HttpExchange _exchange;
    private readonly TimeProvider _clock;
    private readonly Uri _server;

    /// <param name="http">Sends the requests.</param>
    /// <param name="store">Where the tokens are kept.</param>
    /// <param name="server">The root of the server; https, or http on this machine.</param>
    /// <param name="clock">The clock that tokens end by.</param>
    /// <param name="completed">Called after each request.</param>
    public DecathlonLogin(HttpClient http, TokenStore store, Uri? server = null, TimeProvider? clock = null, Action<CompletedRequest>? completed = null)
    {
        _store = store;
        _clock = clock ?? TimeProvider.System;
        _server = ServerAddress.Root(server ?? DecathlonClientOptions.DefaultBaseUri, DecathlonClient.ApiPath);
        _exchange = new HttpExchange(http, _clock, completed, DecathlonErrors.All);
    }

    private string Name => TokenStore.NameFor(Service, _server);

    /// <summary>The tokens of the last login at this server, renewed on the way.</summary>
    public RefreshingTokens Tokens() => new(
        _store, Name, tokens => Application(tokens.ClientId, tokens.ClientSecret), _exchange, _clock, StravaErrors.DecathlonNotConnected);

    /// <summary>A token that was given, else the tokens of the last login at this server.</summary>
    /// <exception cref="StravaException">There is neither (<see cref="StravaErrors.DecathlonNotConnected"/>).</exception>
    public IAccessTokenSource SourceFor(string? accessToken) =>
        !string.IsNullOrWhiteSpace(accessToken) ? new StaticAccessToken(accessToken)
        : File.Exists(_store.PathOf(Name)) ? Tokens()
        : throw new StravaException(StravaErrors.DecathlonNotConnected, _store.Folder);

    /// <summary>Begins a login whose answer comes back by hand: <see cref="FinishAsync"/>.</summary>
    public AuthorizationRequest Begin(string clientId, string? clientSecret, Uri redirectUri, string scope = DefaultScope) =>
        new(Application(clientId, clientSecret), redirectUri, scope);

    /// <summary>Ends a login with the address that the user was sent back to.</summary>
    public async Task<DecathlonConnection> FinishAsync(AuthorizationRequest request, Uri redirected, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(redirected);
        var tokens = await new OAuthClient(_exchange, _clock).RedeemAsync(request, redirected, cancellationToken);
        using (await _store.LockAsync(Name, cancellationToken))
        {
            // The code is spent: whoever stops now would have to log in again.
            await _store.WriteAsync(Name, tokens, CancellationToken.None);
        }

        return new DecathlonConnection
        {
            Server = _server,
            ClientId = tokens.ClientId,
            Scope = tokens.Scope,
            ExpiresAt = tokens.ExpiresAt,
            IsRenewable = tokens.RefreshToken is not null,
            TokenPath = _store.PathOf(Name),
        };
    }

    /// <summary>A whole login: listens on this machine until the browser comes back.</summary>
    /// <param name="begin">Makes the request for the address that is listened at.</param>
    /// <param name="show">Shows the user where to go.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="timeout">How long to wait for the user.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DecathlonConnection> ListenAsync(
        Func<Uri, AuthorizationRequest> begin, Action<Uri> show, int port, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(begin);
        ArgumentNullException.ThrowIfNull(show);
        using var listener = new LoopbackListener(port);
        var redirectUri = new Uri(string.Create(null, $"http://127.0.0.1:{listener.Port}{CallbackPath}"));
        var request = begin(redirectUri);
        show(request.Url);
        using var late = new CancellationTokenSource(timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var target = await listener.WaitAsync(CallbackPath, either.Token);
            return await FinishAsync(request, new Uri(redirectUri, target), cancellationToken);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StravaException(StravaErrors.AuthorizationTimedOut, e, timeout.TotalSeconds);
        }
    }

    private OAuthApplication Application(string clientId, string? clientSecret) => new()
    {
        AuthorizeUri = new Uri(_server, "connect/oauth/authorize"),
        TokenUri = new Uri(_server, "connect/oauth/token"),
        ClientId = clientId,
        ClientSecret = clientSecret,
    };
}
