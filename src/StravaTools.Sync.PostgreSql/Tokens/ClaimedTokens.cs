using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using StravaTools.Sync.PostgreSql.Errors;

namespace StravaTools.Sync.PostgreSql.Tokens;

/// <summary>
/// The access token of a claimed athlete. Only the worker with the claim renews it. The new tokens replace exactly those that they were
/// made of, even if the claim ends during the request: the old refresh token may be used up.
/// </summary>
/// <param name="row">The tokens in the database.</param>
/// <param name="athlete">The athlete.</param>
/// <param name="cipher">Decrypts them.</param>
/// <param name="client">Renews them.</param>
/// <param name="application">The application.</param>
/// <param name="isClaimed">Renews the claim.</param>
/// <param name="clock">The clock.</param>
internal sealed class ClaimedTokens(
    TokenRow row, long athlete, TokenCipher cipher, OAuthClient client, OAuthApplication application,
    Func<CancellationToken, ValueTask<bool>> isClaimed, TimeProvider clock) : IRenewableTokenSource, IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private StoredTokens? _tokens;

    public async ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref _tokens);
        return IsUsable(known, refused: null) ? known!.AccessToken : await GetAsync(refused: null, cancellationToken);
    }

    public async ValueTask<string> RenewAsync(string refused, CancellationToken cancellationToken) =>
        await GetAsync(refused, cancellationToken);

    public void Dispose() => _one.Dispose();

    /// <summary>Does not contain a token.</summary>
    public override string ToString() => $"tokens of athlete {athlete}";

    private async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var stored = await row.ReadAsync(cancellationToken)
                ?? throw new ApiException(PostgreSqlErrors.TokensMissing, athlete);
            var tokens = cipher.DecryptTokens(athlete, stored);
            if (!IsUsable(tokens, refused))
            {
                await ThrowUnlessClaimedAsync(cancellationToken);
                tokens = await client.RunToEndAsync(() => RefreshAsync(stored, tokens));
            }

            Volatile.Write(ref _tokens, tokens);
            return tokens.AccessToken;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Cannot be canceled, because the refresh token may be valid only once.</summary>
    private async Task<StoredTokens> RefreshAsync(byte[] stored, StoredTokens tokens)
    {
        var answer = await client.RefreshAsync(application, tokens);
        await row.ReplaceAsync(stored, cipher.EncryptTokens(athlete, answer.Tokens), CancellationToken.None);
        return answer.Problem is { } problem ? throw problem : answer.Tokens;
    }

    private async Task ThrowUnlessClaimedAsync(CancellationToken cancellationToken)
    {
        if (!await isClaimed(cancellationToken))
        {
            throw new ApiException(PostgreSqlErrors.ClaimLost, athlete);
        }
    }

    private bool IsUsable(StoredTokens? tokens, string? refused) =>
        tokens is not null && tokens.AccessToken != refused && tokens.ExpiresAt - clock.GetUtcNow() > RefreshingTokens.Skew;
}
