using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>Codes and tokens of the login. A refresh token is valid once: each refresh replaces it (rotation).</summary>
internal sealed class DecathlonTokens(FakeDecathlonOptions options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PendingCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _refresh = new(StringComparer.Ordinal);
    private int _refreshes;

    public int Refreshes => Volatile.Read(ref _refreshes);

    public string AddCode(PendingCode pending)
    {
        lock (_lock)
        {
            var code = CreateSecret("code");
            _codes.Add(code, pending);
            return code;
        }
    }

    /// <summary>Null if the code is unknown, used, or another client's: the verifier must match the challenge (RFC 7636).</summary>
    public IssuedTokens? ExchangeCode(string code, string redirectUri, string? verifier)
    {
        lock (_lock)
        {
            if (_codes.Remove(code, out var pending) && pending.RedirectUri == redirectUri && Matches(pending.Challenge, verifier ?? ""))
            {
                return IssueTokens(pending.Scope);
            }

            return null;
        }
    }

    /// <summary>Null if the refresh token is unknown or was used before.</summary>
    public IssuedTokens? RefreshTokens(string refreshToken)
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

    public bool IsValid(string accessToken)
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

    /// <summary>All users have to log in again.</summary>
    public void RevokeRefreshTokens()
    {
        lock (_lock)
        {
            _refresh.Clear();
        }
    }

    public DecathlonTokenCounts CountTokens()
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
        var tokens = new IssuedTokens(CreateSecret("access"), CreateSecret("refresh"), scope);
        _access.Add(tokens.AccessToken, clock.GetUtcNow() + options.AccessTokenLifetime);
        _refresh.Add(tokens.RefreshToken, scope);
        return tokens;
    }

    private static bool Matches(string? challenge, string verifier) =>
        challenge is null || challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static string CreateSecret(string kind) => $"fake-{kind}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
}
