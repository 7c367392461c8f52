using System.Text;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// POST /oauth/token and /api/v3/oauth/token: exchanges a code, or refreshes (field-notes.md, 3.5). Errors are 400 with Strava's own body, not with
/// OAuth's.
/// </summary>
internal static class OAuthToken
{
    public static Response Handle(RequestParameters given, World world)
    {
        if (FindApplication(given["client_id"], world) is not { } application)
        {
            return BadRequest("Application", "client_id");
        }

        if (given["client_secret"] != application.ClientSecret)
        {
            return BadRequest("Application", "client_secret");
        }

        return given["grant_type"] switch
        {
            // "grant_type" is younger than the exchange, and some clients do without.
            null or "authorization_code" => given["code"] is { } code && world.Tokens.Exchange(code, application) is { } grant
                ? CreateResponse(grant, world, withAthlete: true)
                : BadRequest("AuthorizationCode", "code"),
            "refresh_token" => given["refresh_token"] is { } token && world.Tokens.Refresh(token, application) is { } grant
                ? CreateResponse(grant, world, withAthlete: false)
                : BadRequest("RefreshToken", "refresh_token"),
            _ => BadRequest("Application", "grant_type"),
        };
    }

    /// <summary>POST /oauth/revoke: Basic authentication of the application, form parameter token; 200 and no body, also for a token that is none.</summary>
    public static Response Revoke(HttpRequest request, RequestParameters given, World world)
    {
        var (id, secret) = ReadBasicCredentials(request);
        if (FindApplication(id ?? given["client_id"], world) is not { } application || (secret ?? given["client_secret"]) != application.ClientSecret)
        {
            return Response.FromFault(StatusCodes.Status401Unauthorized, "Authorization Error", new FaultError("Application", "client_id", "invalid"));
        }

        if (given["token"] is { } token)
        {
            world.Tokens.Revoke(token);
        }

        return Response.WithoutBody(StatusCodes.Status200OK);
    }

    /// <summary>POST /oauth/deauthorize: ends the tokens of the athlete and the application, and tells the one that asked.</summary>
    public static Response Deauthorize(ApiRequest request)
    {
        request.World.Tokens.Revoke(request.Grant.AccessToken);
        return Response.FromJson(StatusCodes.Status200OK, new() { ["access_token"] = request.Grant.AccessToken }, StravaJson.Default.JsonObject);
    }

    public static FakeApplication? FindApplication(string? clientId, World world) =>
        world.Options.Applications.FirstOrDefault(application => FormattableString.Invariant($"{application.ClientId}") == clientId);

    private static Response CreateResponse(Grant grant, World world, bool withAthlete)
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

        return Response.FromJson(StatusCodes.Status200OK, json, StravaJson.Default.JsonObject);
    }

    private static Response BadRequest(string resource, string field) => Response.BadRequest(new FaultError(resource, field, "invalid"));

    private static (string? Id, string? Secret) ReadBasicCredentials(HttpRequest request)
    {
        const string Scheme = "Basic ";
        var header = request.Headers.Authorization.ToString();
        var bytes = new byte[header.Length];
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
        {
            return (null, null);
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        if (parts.Length == 2)
        {
            return (parts[0], parts[1]);
        }

        return (null, null);
    }
}
