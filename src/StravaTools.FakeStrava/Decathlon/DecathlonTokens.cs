using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>Codes and tokens of the login. A refresh token is good once: using it gives a new one, and the old one is dead (rotation).</summary>
internal sealed class DecathlonTokens(FakeDecathlonOptions options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PendingCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _refresh = new(StringComparer.Ordinal);
    private int _refreshes;

    public int Refreshes => Volatile.Read(ref _refreshes);

    public string NewCode(PendingCode pending)
    {
        lock (_lock)
        {
            var code = Random("code");
            _codes.Add(code, pending);
            return code;
        }
    }

    /// <summary>Null if the code is unknown, spent, or not this client's: the verifier must fit the challenge (RFC 7636).</summary>
    public IssuedTokens? Redeem(string code, string redirectUri, string? verifier)
    {
        lock (_lock)
        {
            if (_codes.Remove(code, out var pending) && pending.RedirectUri == redirectUri
                && (pending.Challenge is null || pending.Challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier ?? "")))))
            {
                return IssueTokens(pending.Scope);
            }

            return null;
        }
    }

    /// <summary>Null if the refresh token is unknown or was used before.</summary>
    public IssuedTokens? Refresh(string refreshToken)
    {
        lock (_lock)
        {
            if (!_refresh.Remove(refreshToken, out var scope))
            {
                return null;
            }

            _refreshes++;
            return IssueTokens(scope);
        }
    }

    public bool IsGood(string accessToken)
    {
        lock (_lock)
        {
            return accessToken == options.AccessToken || (_access.TryGetValue(accessToken, out var end) && clock.GetUtcNow() < end);
        }
    }

    public void ExpireAccessTokens()
    {
        lock (_lock)
        {
            _access.Clear();
        }
    }

    /// <summary>Whoever is logged in has to log in again.</summary>
    public void RevokeRefreshTokens()
    {
        lock (_lock)
        {
            _refresh.Clear();
        }
    }

    public DecathlonTokenCounts Counts()
    {
        lock (_lock)
        {
            return new DecathlonTokenCounts(_access.Values.Count(end => clock.GetUtcNow() < end), _refresh.Count, _refreshes);
        }
    }

    public void ResetTokens()
    {
        lock (_lock)
        {
            _codes.Clear();
            _access.Clear();
            _refresh.Clear();
            _refreshes = 0;
        }
    }

    private IssuedTokens IssueTokens(string? scope)
    {
        var tokens = new IssuedTokens(Random("access"), Random("refresh"), scope);
        _access.Add(tokens.AccessToken, clock.GetUtcNow() + options.AccessTokenLifetime);
        _refresh.Add(tokens.RefreshToken, scope);
        return tokens;
    }

    private static string Random(string kind) => $"fake-{kind}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
}
