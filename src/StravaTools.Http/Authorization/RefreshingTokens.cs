using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Http.Authorization;

/// <summary>
/// The access token from a token store. It is renewed before it expires and when the server rejects it. Threads and processes can share a
/// store: one renews the token, the others use the result.
/// </summary>
public sealed class RefreshingTokens : IRenewableTokenSource, IDisposable
{
    /// <summary>A token that expires this soon is renewed: requests take time, and clocks differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _one = new(1);
    private readonly TokenStore _store;
    private readonly string _name;
    private readonly Func<StoredTokens, OAuthApplication> _application;
    private readonly OAuthClient _client;
    private readonly TimeProvider _clock;
    private readonly ServiceErrors _errors;
    private readonly ErrorDescriptor _notConnected;
    private StoredTokens? _tokens;

    internal RefreshingTokens(
        TokenStore store, string name, Func<StoredTokens, OAuthApplication> application, HttpExchange exchange, TimeProvider clock,
        ErrorDescriptor notConnected)
    {
        (_store, _name, _application, _clock, _notConnected) = (store, name, application, clock, notConnected);
        _errors = exchange.Errors;
        _client = new OAuthClient(exchange, clock);
    }

    /// <inheritdoc/>
    public async ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref _tokens);
        if (IsUsable(known, refused: null))
        {
            return known!.AccessToken;
        }

        return await GetAsync(refused: null, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<string> RenewAsync(string refused, CancellationToken cancellationToken) =>
        await GetAsync(refused, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>Does not contain a token.</summary>
    public override string ToString() => $"tokens in {_store.GetPath(_name)}";

    private async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            // Another process may have renewed it: most calls do not need the lock.
            var tokens = await ReadAsync(cancellationToken);
            if (!IsUsable(tokens, refused))
            {
                tokens = await _client.RunToEndAsync(() => RenewUnderLockAsync(refused, cancellationToken));
            }

            Volatile.Write(ref _tokens, tokens);
            return tokens.AccessToken;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<StoredTokens> RenewUnderLockAsync(string? refused, CancellationToken cancellationToken)
    {
        using var alone = await _store.LockAsync(_name, cancellationToken);
        var tokens = await ReadAsync(cancellationToken);
        if (IsUsable(tokens, refused))
        {
            return tokens;
        }

        return await RefreshAsync(alone, tokens);
    }

    /// <summary>
    /// Cannot be canceled: once the server has used the refresh token, its replacement must reach the disk. The request ends within its
    /// timeout. The place for the new tokens exists before the request is sent.
    /// </summary>
    internal async Task<StoredTokens> RefreshAsync(TokenStoreLock alone, StoredTokens tokens)
    {
        if (tokens.RefreshToken is null)
        {
            throw _errors.Create(_notConnected, cause: null, _store.Folder);
        }

        using var reservation = alone.Reserve();
        var answer = await _client.RefreshAsync(_application(tokens), tokens);
        await reservation.WriteAsync(answer.Tokens);
        return answer.Problem is { } problem ? throw problem : answer.Tokens;
    }

    private async Task<StoredTokens> ReadAsync(CancellationToken cancellationToken) =>
        await _store.ReadAsync(_name, cancellationToken) ?? throw _errors.Create(_notConnected, cause: null, _store.Folder);

    private bool IsUsable(StoredTokens? tokens, string? refused) =>
        tokens is not null && tokens.AccessToken != refused && tokens.ExpiresAt - _clock.GetUtcNow() > Skew;
}
