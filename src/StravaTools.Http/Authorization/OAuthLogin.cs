using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Http.Authorization;

/// <summary>
/// A login with the OAuth authorization code flow (RFC 6749, 4.1) that stores its tokens. Subclasses adapt it to a service.
/// </summary>
public abstract class OAuthLogin
{
    private const string CallbackPath = "/callback";

    private readonly string _service;
    private readonly TokenStore _store;
    private readonly TimeProvider _clock;
    private readonly ErrorDescriptor _notConnected;

    private protected OAuthLogin(
        string service, Uri server, HttpClient http, TokenStore store, TimeProvider? clock, Action<CompletedRequest>? completed,
        ServiceErrors errors, ErrorDescriptor notConnected, string? profile)
    {
        (_service, Server, _store, _clock, _notConnected) = (service, server, store, clock ?? TimeProvider.System, notConnected);
        Name = TokenStore.NameFor(service, server, profile);
        Profile = string.IsNullOrEmpty(profile) ? null : profile;
        Exchange = new HttpExchange(http, _clock, completed, errors);
    }

    /// <summary>The root of the server that the tokens are for.</summary>
    public Uri Server { get; }

    /// <summary>The name of the login, if there are several at the server; null for the default login.</summary>
    public string? Profile { get; }

    /// <summary>True if tokens of a login are stored.</summary>
    public bool IsStored => File.Exists(_store.GetPath(Name));

    private protected HttpExchange Exchange { get; }

    private protected virtual ErrorDescriptor TimedOut => ApiErrors.AuthorizationTimedOut;

    private protected string Name { get; }

    /// <summary>The tokens of the last login at this server, renewed automatically.</summary>
    public RefreshingTokens Tokens() =>
        new(_store, Name, tokens => Application(tokens.ClientId, tokens.ClientSecret), Exchange, _clock, _notConnected);

    /// <summary>Uses the specified token, or else the tokens of the last login at this server.</summary>
    /// <exception cref="ApiException">No token was specified, and no login is stored.</exception>
    public IAccessTokenSource SourceFor(string? accessToken)
    {
        if (!string.IsNullOrWhiteSpace(accessToken))
        {
            return new StaticAccessToken(accessToken);
        }

        if (IsStored)
        {
            return Tokens();
        }

        throw Exchange.Errors.Create(_notConnected, cause: null, _store.Folder);
    }

    /// <summary>Completes a login with the address that the user was redirected to.</summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.AuthorizationForged"/>, <see cref="ApiErrors.AuthorizationDenied"/>,
    /// <see cref="ApiErrors.AuthorizationIncomplete"/>, <see cref="ApiErrors.AuthorizationRefused"/> or
    /// <see cref="ApiErrors.TokenStoreUnusable"/>.
    /// </exception>
    public async Task<OAuthConnection> FinishAsync(
        AuthorizationRequest request, Uri redirected, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(redirected);
        var code = request.ReadCode(redirected);
        var granted = AuthorizationRequest.ReadGrantedScope(redirected);
        CheckGranted(request, granted);
        var tokens = await new OAuthClient(Exchange, _clock).RedeemAsync(request, code, cancellationToken);
        tokens = tokens with { Scope = tokens.Scope ?? granted };
        using var alone = await _store.LockAsync(Name, cancellationToken);
        // The code is used up, so the tokens are stored even if the login is canceled now.
        await alone.WriteAsync(tokens);
        return Describe(tokens);
    }

    /// <summary>Returns the profiles with a login at this server, in alphabetical order; null is the default login.</summary>
    public IReadOnlyList<string?> GetProfiles() => _store.GetProfiles(_service, Server);

    /// <summary>Returns the stored login, without secrets and without a request; null if none is stored.</summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.TokenStoreUnusable"/> or <see cref="ApiErrors.TokenStoreNotPrivate"/>.
    /// </exception>
    public async Task<OAuthConnection?> GetConnectionAsync(CancellationToken cancellationToken = default)
    {
        if (await _store.ReadAsync(Name, cancellationToken) is { } tokens)
        {
            return Describe(tokens);
        }

        return null;
    }

    /// <summary>
    /// Logs in without a browser, with a refresh token that was issued to the application elsewhere. The server may replace it, so do not
    /// use the specified token again.
    /// </summary>
    /// <param name="clientId">The application's ID.</param>
    /// <param name="clientSecret">The application's secret.</param>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="cancellationToken">Cancels the operation before the token is sent, but not afterwards.</param>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.AuthorizationRefused"/>, <see cref="ApiErrors.LoginNotRenewed"/> or <see cref="ApiErrors.TokenStoreUnusable"/>.
    /// </exception>
    public async Task<OAuthConnection> ConnectAsync(
        string clientId, string? clientSecret, string refreshToken, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentException.ThrowIfNullOrEmpty(refreshToken);
        var given = new StoredTokens
        {
            AccessToken = "",
            RefreshToken = refreshToken,
            ExpiresAt = DateTimeOffset.UnixEpoch,
            ClientId = clientId,
            ClientSecret = clientSecret,
        };
        using var alone = await _store.LockAsync(Name, cancellationToken);
        return Describe(await Exchange.RunToEndAsync(() => Tokens().RefreshAsync(alone, given)));
    }

    /// <summary>Runs a complete login: listens on this machine until the browser returns.</summary>
    /// <param name="begin">Creates the request for the address of the listener.</param>
    /// <param name="show">Shows the login address to the user.</param>
    /// <param name="port">The port; 0 for any free port.</param>
    /// <param name="timeout">How long to wait for the user.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<OAuthConnection> ListenAsync(
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
            throw new ApiException(TimedOut, e, timeout.TotalSeconds);
        }
    }

    private OAuthConnection Describe(StoredTokens tokens) => new()
    {
        Server = Server,
        Profile = Profile,
        ClientId = tokens.ClientId,
        AthleteId = tokens.AthleteId,
        Scope = FormatScope(tokens.Scope),
        ExpiresAt = tokens.ExpiresAt,
        IsRenewable = tokens.RefreshToken is not null,
        TokenPath = _store.GetPath(Name),
    };

    /// <summary>The scope in the form in which the service's users write it.</summary>
    private protected virtual string? FormatScope(string? scope) => scope;

    /// <summary>Creates the application with the service's endpoints.</summary>
    private protected abstract OAuthApplication Application(string clientId, string? clientSecret);

    /// <summary>Checks whether the user granted every requested permission, if the service reports it.</summary>
    private protected virtual void CheckGranted(AuthorizationRequest request, string? granted)
    {
    }

    /// <summary>Revokes the stored login on the server, then deletes the tokens.</summary>
    /// <returns>False if no login is stored for this server.</returns>
    private protected async Task<bool> RevokeAsync(Func<StoredTokens, Task> revoke, CancellationToken cancellationToken)
    {
        using var alone = await _store.LockAsync(Name, cancellationToken);
        if (await alone.ReadAsync(cancellationToken) is not { } tokens)
        {
            return false;
        }

        await revoke(tokens);
        alone.Delete();
        return true;
    }
}
