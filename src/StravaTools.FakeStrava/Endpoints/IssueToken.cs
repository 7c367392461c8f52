using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// POST /oauth/token and /api/v3/oauth/token: exchanges a code for tokens, or refreshes them (field-notes.md, 3.5). Errors are 400 with
/// Strava's own body, not with OAuth's.
/// </summary>
internal static class IssueToken
{
    public static Response Handle(RequestParameters parameters, World world)
    {
        if (world.Options.FindApplication(parameters["client_id"]) is not { } application)
        {
            return BadRequest("Application", "client_id");
        }

        if (parameters["client_secret"] != application.ClientSecret)
        {
            return BadRequest("Application", "client_secret");
        }

        return parameters["grant_type"] switch
        {
            // "grant_type" is younger than the exchange, and some clients do not send it.
            null or "authorization_code" => ExchangeCode(parameters["code"], application, world),
            "refresh_token" => RefreshToken(parameters["refresh_token"], application, world),
            _ => BadRequest("Application", "grant_type"),
        };
    }

    private static Response ExchangeCode(string? code, FakeApplication application, World world)
    {
        if (code is null || world.Tokens.ExchangeCode(code, application) is not { } grant)
        {
            return BadRequest("AuthorizationCode", "code");
        }

        var json = DescribeGrant(grant, world.Now);
        json["athlete"] = AthleteJson.Summary(grant.Athlete);
        return Response.Ok(json, StravaJson.Default.JsonObject);
    }

    private static Response RefreshToken(string? token, FakeApplication application, World world)
    {
        if (token is null || world.Tokens.RefreshGrant(token, application) is not { } grant)
        {
            return BadRequest("RefreshToken", "refresh_token");
        }

        return Response.Ok(DescribeGrant(grant, world.Now), StravaJson.Default.JsonObject);
    }

    private static JsonObject DescribeGrant(Grant grant, DateTimeOffset now)
    {
        var expires = grant.ExpiresAt ?? now + TokenStore.Lifetime;
        return new JsonObject
        {
            ["token_type"] = "Bearer",
            ["access_token"] = grant.AccessToken,
            ["expires_at"] = expires.ToUnixTimeSeconds(),
            ["expires_in"] = (long)Math.Ceiling((expires - now).TotalSeconds),
            ["refresh_token"] = grant.RefreshToken,
            // Spaces here and commas in the redirect (field-notes.md, 7.1).
            ["scope"] = string.Join(' ', grant.Scopes.Names),
        };
    }

    private static Response BadRequest(string resource, string field) => Response.BadRequest(new FaultError(resource, field, "invalid"));
}
