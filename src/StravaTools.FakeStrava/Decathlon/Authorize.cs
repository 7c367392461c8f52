using Microsoft.AspNetCore.WebUtilities;
using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>
/// GET /connect/oauth/authorize: the page where a user says yes. The fake's user does so at once, or says no if told to, and is sent back.
/// </summary>
internal static class Authorize
{
    public static Response Handle(HttpContext http, DecathlonState state)
    {
        var query = http.Request.Query;
        var redirect = query["redirect_uri"].ToString();
        // Not sent back: who asks is not who it says it is (RFC 6749, 4.1.2.1).
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
        if (query["response_type"] != "code" || (query.ContainsKey("code_challenge") && query["code_challenge_method"] != "S256"))
        {
            reply["error"] = "invalid_request";
        }
        else if (state.Options.DeniesAuthorization)
        {
            reply["error"] = "access_denied";
        }
        else
        {
            var scope = query["scope"].ToString();
            reply["code"] = state.Tokens.NewCode(new PendingCode(redirect, query["code_challenge"].FirstOrDefault(), scope.Length == 0 ? null : scope));
        }

        if (query.ContainsKey("state"))
        {
            reply["state"] = query["state"];
        }

        return reply;
    }
}
