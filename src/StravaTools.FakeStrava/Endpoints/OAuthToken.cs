using System.Text;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// POST /oauth/token and /api/v3/oauth/token: exchanges a code, or refreshes (field-notes.md, 3.5). Errors are 400 with Strava's own body, not with
/// OAuth's.
/// </summary>
internal static class OAuthToken
{
    public static Answer Handle(RequestParameters given, World world)
    {
        if (FindApplication(given["client_id"], world) is not { } application)
        {
            return Bad("Application", "client_id");
        }

        if (given["client_secret"] != application.ClientSecret)
        {
            return Bad("Application", "client_secret");
        }

        return given["grant_type"] switch
        {
            // "grant_type" is younger than the exchange, and some clients do without.
            null or "authorization_code" => given["code"] is { } code && world.Tokens.Exchange(code, application) is { } grant
                ? Tell(grant, world, withAthlete: true)
                : Bad("AuthorizationCode", "code"),
            "refresh_token" => given["refresh_token"] is { } token && world.Tokens.Refresh(token, application) is { } grant
                ? Tell(grant, world, withAthlete: false)
                : Bad("RefreshToken", "refresh_token"),
            _ => Bad("Application", "grant_type"),
        };
    }

    /// <summary>POST /oauth/revoke: Basic authentication of the application, form parameter token; 200 and no body, also for a token that is none.</summary>
    public static Answer Revoke(HttpRequest request, RequestParameters given, World world)
    {
        var (id, secret) = Basic(request);
        if (FindApplication(id ?? given["client_id"], world) is not { } application || (secret ?? given["client_secret"]) != application.ClientSecret)
        {
            return Answer.Fault(StatusCodes.Status401Unauthorized, "Authorization Error", new FaultError("Application", "client_id", "invalid"));
        }

        if (given["token"] is { } token)
        {
            world.Tokens.Revoke(token);
        }

        return Answer.Empty(StatusCodes.Status200OK);
    }

    /// <summary>POST /oauth/deauthorize: ends the tokens of the athlete and the application, and tells the one that asked.</summary>
    public static Answer Deauthorize(ApiRequest request)
    {
        request.World.Tokens.Revoke(request.Grant.AccessToken);
        return Answer.Json(StatusCodes.Status200OK, new() { ["access_token"] = request.Grant.AccessToken }, StravaJson.Default.JsonObject);
    }

    public static FakeApplication? FindApplication(string? clientId, World world) =>
        world.Options.Applications.FirstOrDefault(application => FormattableString.Invariant($"{application.ClientId}") == clientId);

    private static Answer Tell(Grant grant, World world, bool withAthlete)
    {
        var expires = grant.ExpiresAt ?? world.Now + TokenStore.Lifetime;
        var json = new JsonObject
        {
            ["token_type"] = "Bearer",
            ["access_token"] = grant.AccessToken,
            ["expires_at"] = expires.ToUnixTimeSeconds(),
            ["expires_in"] = (long)(expires - world.Now).TotalSeconds,
            ["refresh_token"] = grant.RefreshToken,
            ["scope"] = string.Join(',', grant.Scopes.Names),
        };
        if (withAthlete)
        {
            json["athlete"] = GetAthlete.Summary(grant.Athlete);
        }

        return Answer.Json(StatusCodes.Status200OK, json, StravaJson.Default.JsonObject);
    }

    private static Answer Bad(string resource, string field) => Answer.BadRequest(new FaultError(resource, field, "invalid"));

    private static (string? Id, string? Secret) Basic(HttpRequest request)
    {
        const string Scheme = "Basic ";
        var header = request.Headers.Authorization.ToString();
        var bytes = new byte[header.Length];
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
        {
            return (null, null);
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (parts[0], parts[1]) : (null, null);
    }
}
