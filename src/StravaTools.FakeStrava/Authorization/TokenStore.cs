using System.Collections.Concurrent;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Authorization;

/// <summary>All tokens and codes. A token that expired by the fake's clock or was revoked is treated like one that never existed.</summary>
internal sealed class TokenStore
{
    /// <summary>expires_in of a new token: six hours (field-notes.md, 3.5).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(6);

    /// <summary>If the access token is valid for longer than this, a refresh returns the same token.</summary>
    private static readonly TimeSpan Renewal = TimeSpan.FromHours(1);

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Grant> _byAccess = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grant> _byRefresh = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly FakeStravaOptions _options;
    private readonly TimeProvider _clock;
    private readonly SecretSource _secrets;

    public TokenStore(FakeStravaOptions options, SecretSource secrets)
    {
        (_options, _clock, _secrets) = (options, options.TimeProvider, secrets);
        foreach (var athlete in options.Athletes)
        {
            var scopes = Scopes.FromText(athlete.Scopes);
            var (access, refresh) = (athlete.AccessToken, athlete.RefreshToken);
            AddInitial(new Grant(options.Applications[0], athlete, scopes, access, athlete.AccessTokenExpiresAt, refresh));
        }

        // "Any registered Strava user can obtain an access_token by first creating an application" (strava-v3-api.md, "Access"): it is
        // limited to reading.
        var reading = Scopes.FromText(options.Profile == FakeProfile.Documented ? "public" : "read");
        foreach (var application in options.Applications.Skip(1))
        {
            var (access, refresh) = OwnTokens(application);
            AddInitial(new Grant(application, application.FindOwner(options.Athletes)!, reading, access, null, refresh));
        }
    }

    private TokenStore(TokenStore other, SecretSource secrets)
    {
        (_options, _clock, _secrets) = (other._options, other._clock, secrets);
        lock (other._lock)
        {
            _byAccess = new(other._byAccess, StringComparer.Ordinal);
            _byRefresh = new(other._byRefresh, StringComparer.Ordinal);
            _codes = new(other._codes, StringComparer.Ordinal);
        }
    }

    private TokenStore(FakeStravaOptions options, SecretSource secrets, IEnumerable<Grant> grants, TokenStore? before)
    {
        (_options, _clock, _secrets) = (options, options.TimeProvider, secrets);
        foreach (var grant in grants)
        {
            AddInitial(grant);
        }

        if (before is not null)
        {
            lock (before._lock)
            {
                _codes = new(before._codes, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>All tokens that are not revoked, in a fixed order.</summary>
    public IReadOnlyList<Grant> Grants() => [.. _byAccess.Values.OrderBy(grant => grant.Athlete.Id)
        .ThenBy(grant => grant.Application.ClientId).ThenBy(grant => grant.AccessToken, StringComparer.Ordinal)];

    /// <summary>A store with the given tokens.</summary>
    /// <param name="options">With the athletes and applications.</param>
    /// <param name="secrets">The source of tokens to come.</param>
    /// <param name="grants">The tokens.</param>
    /// <param name="before">The store whose codes remain valid; null for none.</param>
    public static TokenStore FromGrants(
        FakeStravaOptions options, SecretSource secrets, IEnumerable<Grant> grants, TokenStore? before) =>
        new(options, secrets, grants, before);

    public TokenStore CopyStore(SecretSource secrets) => new(this, secrets);

    /// <summary>Creates tokens as the exchange of a code does.</summary>
    public Grant IssueGrant(FakeApplication application, FakeAthlete athlete, Scopes scopes)
    {
        lock (_lock)
        {
            return AddGrant(new Grant(application, athlete, scopes, "", null, _secrets.NextSecret()));
        }
    }

    /// <summary>Changes the grant of an access token, which stays valid. Null if the token is unknown.</summary>
    public Grant? UpdateGrant(string accessToken, Func<Grant, Grant> change)
    {
        lock (_lock)
        {
            if (!_byAccess.TryGetValue(accessToken, out var grant))
            {
                return null;
            }

            var changed = change(grant);
            _byAccess[accessToken] = changed;
            if (_byRefresh.TryGetValue(grant.RefreshToken, out var current) && current.AccessToken == accessToken)
            {
                _byRefresh[grant.RefreshToken] = changed;
            }

            return changed;
        }
    }

    /// <summary>The tokens on the settings page of an application: those of the athlete who registered it.</summary>
    public (string Access, string Refresh) OwnTokens(FakeApplication application)
    {
        var owner = application.FindOwner(_options.Athletes)!;
        if (application.ClientId == _options.Applications[0].ClientId)
        {
            return (owner.AccessToken, owner.RefreshToken);
        }

        var access = _secrets.DeriveSecret("application access", application.ClientId);
        return (access, _secrets.DeriveSecret("application refresh", application.ClientId));
    }

    public Grant? FindGrant(string? accessToken)
    {
        if (accessToken is not null && _byAccess.TryGetValue(accessToken, out var grant) && !IsExpired(grant))
        {
            return grant;
        }

        return null;
    }

    /// <summary>What the athlete allowed the application before; null if nothing.</summary>
    public Grant? FindGrant(FakeApplication application, FakeAthlete athlete)
    {
        lock (_lock)
        {
            return _byRefresh.Values.FirstOrDefault(
                grant => grant.Application.ClientId == application.ClientId && grant.Athlete.Id == athlete.Id);
        }
    }

    public string AddCode(FakeApplication application, FakeAthlete athlete, Scopes scopes)
    {
        lock (_lock)
        {
            var code = _secrets.NextSecret();
            _codes.Add(code, new AuthorizationCode(application, athlete, scopes, _clock.GetUtcNow() + CodeLifetime));
            return code;
        }
    }

    /// <summary>Null if the code is unknown, used, expired, or another application's.</summary>
    public Grant? ExchangeCode(string code, FakeApplication application)
    {
        lock (_lock)
        {
            if (!_codes.TryGetValue(code, out var known) || known.Application.ClientId != application.ClientId)
            {
                return null;
            }

            _codes.Remove(code);
            if (known.ExpiresAt > _clock.GetUtcNow())
            {
                return AddGrant(new Grant(application, known.Athlete, known.Scopes, "", null, _secrets.NextSecret()));
            }

            return null;
        }
    }

    /// <summary>
    /// Null if the refresh token is unknown or another application's. A new access token comes with a new refresh token, and the old
    /// refresh token "dies at once"; the old access token remains valid until it expires.
    /// </summary>
    public Grant? RefreshGrant(string refreshToken, FakeApplication application)
    {
        lock (_lock)
        {
            if (!_byRefresh.TryGetValue(refreshToken, out var grant) || grant.Application.ClientId != application.ClientId)
            {
                return null;
            }

            if (grant.ExpiresAt is null || grant.ExpiresAt - _clock.GetUtcNow() > Renewal)
            {
                return grant;
            }

            _byRefresh.Remove(refreshToken);
            if (_byAccess.TryGetValue(grant.AccessToken, out var old))
            {
                _byAccess[grant.AccessToken] = old with { RefreshToken = "" };
            }

            return AddGrant(grant with { RefreshToken = _secrets.NextSecret() });
        }
    }

    /// <summary>
    /// Revokes everything that the athlete of the token allowed its application. Null if the token (access or refresh) is unknown.
    /// </summary>
    public Grant? RevokeGrant(string token)
    {
        lock (_lock)
        {
            if (!_byAccess.TryGetValue(token, out var grant) && !_byRefresh.TryGetValue(token, out grant))
            {
                return null;
            }

            RemoveGrants(_byAccess, grant);
            RemoveGrants(_byRefresh, grant);
            return grant;
        }
    }

    private void AddInitial(Grant grant)
    {
        _byAccess.TryAdd(grant.AccessToken, grant);
        if (grant.RefreshToken.Length > 0)
        {
            _byRefresh.TryAdd(grant.RefreshToken, grant);
        }
    }

    private Grant AddGrant(Grant draft)
    {
        var access = _secrets.NextSecret();
        while (_byAccess.ContainsKey(access))
        {
            // A token of a state that was exported from a fake with the same seed.
            access = _secrets.NextSecret();
        }

        var grant = draft with { AccessToken = access, ExpiresAt = _clock.GetUtcNow() + Lifetime };
        _byAccess[grant.AccessToken] = grant;
        _byRefresh[grant.RefreshToken] = grant;
        return grant;
    }

    private static void RemoveGrants(IDictionary<string, Grant> grants, Grant revoked)
    {
        var keys = grants.Where(entry => entry.Value.Application.ClientId == revoked.Application.ClientId
            && entry.Value.Athlete.Id == revoked.Athlete.Id).Select(entry => entry.Key).ToList();
        foreach (var key in keys)
        {
            grants.Remove(key);
        }
    }

    private bool IsExpired(Grant grant) => grant.ExpiresAt <= _clock.GetUtcNow();
}
