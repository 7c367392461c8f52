using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Http.Authorization;

/// <summary>
/// A login by OAuth's code flow (RFC 6749, 4.1), and the tokens of it in a store. What a service wants differently is its subclass's.
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
            ServiceErrors errors,
        ErrorDescriptor notConnected)
    {
        (_service, Server, _store, _clock, _notConnected) = (service, server, store, clock ?? TimeProvider.System, notConnected);
        Exchange = new HttpExchange(http, _clock, completed, errors);
    }

    /// <summary>The root of the server that tokens are for.</summary>
    public Uri Server { get; }

    private protected HttpExchange Exchange { get; }

    private protected string Name => TokenStore.NameFor(_service, Server);

    /// <summary>The tokens of the last login at this server, renewed on the way.</summary>
    public RefreshingTokens Tokens() =>
        new(_store, Name, tokens => Application(tokens.ClientId, tokens.ClientSecret), Exchange, _clock, _notConnected);

    /// <summary>A token that was given, else the tokens of the last login at this server.</summary>
    /// <exception cref="ApiException">There is neither.</exception>
    public IAccessTokenSource SourceFor(string? accessToken)
    {
        if (!string.IsNullOrWhiteSpace(accessToken))
        {
            return new StaticAccessToken(accessToken);
        }

        if (File.Exists(_store.GetPath(Name)))
        {
            return Tokens();
        }

        throw Exchange.Errors.Create(_notConnected, cause: null, _store.Folder);
    }

    /// <summary>Ends a login with the address that the user was sent back to.</summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.AuthorizationForged"/>, <see cref="ApiErrors.AuthorizationDenied"/>,
    /// <see cref="ApiErrors.AuthorizationIncomplete"/>,
    /// <see cref="ApiErrors.AuthorizationRefused"/> or <see cref="ApiErrors.TokenStoreUnusable"/>.
    /// </exception>
    public async Task<OAuthConnection> FinishAsync(AuthorizationRequest request, Uri redirected,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(redirected);
        var code = request.ReadCode(redirected);
        var granted = AuthorizationRequest.ReadGrantedScope(redirected);
        CheckGranted(request, granted);
        var tokens = await new OAuthClient(Exchange, _clock).RedeemAsync(request, code, cancellationToken);
        tokens = tokens with { Scope = tokens.Scope ?? granted };
        using (await _store.LockAsync(Name, cancellationToken))
        {
            // The code is used up, so the tokens are stored even if the login is canceled now.
            _store.Write(Name, tokens);
        }

        return new OAuthConnection
        {
            Server = Server,
            ClientId = tokens.ClientId,
            Scope = tokens.Scope,
            ExpiresAt = tokens.ExpiresAt,
            IsRenewable = tokens.RefreshToken is not null,
            TokenPath = _store.GetPath(Name),
        };
    }

    /// <summary>A whole login: listens on this machine until the browser comes back.</summary>
    /// <param name="begin">Makes the request for the address that is listened at.</param>
    /// <param name="show">Shows the user where to go.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="timeout">How long to wait for the user.</param>
    /// <param name="cancellationToken">Ends it.</param>
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
            throw new ApiException(ApiErrors.AuthorizationTimedOut, e, timeout.TotalSeconds);
        }
    }

    /// <summary>Where an application of the service logs in.</summary>
    private protected abstract OAuthApplication Application(string clientId, string? clientSecret);

    /// <summary>Looks whether the user has allowed all that was asked for, where the service tells.</summary>
    private protected virtual void CheckGranted(AuthorizationRequest request, string? granted)
    {
    }

    /// <summary>Ends what is kept: tells the server, then forgets the tokens.</summary>
    /// <returns>False if nothing is kept for this server.</returns>
    private protected async Task<bool> ForgetAsync(Func<StoredTokens, Task> tell, CancellationToken cancellationToken)
    {
        using (await _store.LockAsync(Name, cancellationToken))
        {
            if (await _store.ReadAsync(Name, cancellationToken) is not { } tokens)
            {
                return false;
            }

            await tell(tokens);
            _store.Delete(Name);
            return true;
        }
    }
}
