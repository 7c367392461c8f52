using Microsoft.AspNetCore.WebUtilities;
using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>
/// GET /connect/oauth/authorize: the consent page. The fake's user consents, or denies if the options say so, and is redirected at once.
/// </summary>
internal static class Authorize
{
    public static Response Handle(HttpContext http, DecathlonState state)
    {
        var query = http.Request.Query;
        var redirect = query["redirect_uri"].ToString();
        // No redirect, because the client is not the one it claims to be (RFC 6749, 4.1.2.1).
        if (query["client_id"] != state.Options.ClientId || !Uri.TryCreate(redirect, UriKind.Absolute, out _))
        {
            return DecathlonJson.OAuthError("invalid_request", "client_id or redirect_uri is wrong");
        }

        http.Response.Headers.Location = QueryHelpers.AddQueryString(redirect, CreateReply(query, redirect, state));
        return Response.WithoutBody(StatusCodes.Status302Found);
    }

    private static Dictionary<string, string?> CreateReply(IQueryCollection query, string redirect, DecathlonState state)
    {
        var reply = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (FindError(query, state) is { } error)
        {
            reply["error"] = error;
        }
        else
        {
            var scope = query["scope"].ToString();
            var challenge = query["code_challenge"].FirstOrDefault();
            reply["code"] = state.Tokens.AddCode(new PendingCode(redirect, challenge, scope.Length == 0 ? null : scope));
        }

        if (query.ContainsKey("state"))
        {
            reply["state"] = query["state"];
        }

        return reply;
    }

    private static string? FindError(IQueryCollection query, DecathlonState state)
    {
        var hasUnknownChallenge = query.ContainsKey("code_challenge") && query["code_challenge_method"] != "S256";
        if (query["response_type"] != "code" || hasUnknownChallenge)
        {
            return "invalid_request";
        }

        if (state.Options.DeniesAuthorization)
        {
            return "access_denied";
        }

        return null;
    }
}
