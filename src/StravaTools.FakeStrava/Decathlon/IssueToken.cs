using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>POST /connect/oauth/token (RFC 6749, 4.1.3 and 6): tokens for a code, or new ones for a refresh token.</summary>
internal static class IssueToken
{
    public static async Task<Response> HandleAsync(HttpContext http, DecathlonState state)
    {
        if (!http.Request.HasFormContentType)
        {
            return DecathlonJson.OAuthError("invalid_request", "The parameters must be a form");
        }

        var fault = state.Faults.TakeFault(FakeDecathlonOperation.Token);
        if (fault is { TakesEffect: false })
        {
            return DecathlonGate.CreateFailure(fault);
        }

        var response = CreateResponse(await http.Request.ReadFormAsync(http.RequestAborted), state);
        if (fault is null)
        {
            return response;
        }

        return DecathlonGate.CreateFailure(fault);
    }

    private static Response CreateResponse(IFormCollection form, DecathlonState state)
    {
        if (form["client_id"] != state.Options.ClientId)
        {
            return DecathlonJson.OAuthError("invalid_client", "The client is unknown");
        }

        var grant = form["grant_type"].ToString();
        var tokens = grant switch
        {
            "authorization_code" => state.Tokens.ExchangeCode(
                form["code"].ToString(), form["redirect_uri"].ToString(), form["code_verifier"].FirstOrDefault()),
            "refresh_token" => state.Tokens.RefreshTokens(form["refresh_token"].ToString()),
            _ => null,
        };
        if (tokens is not null)
        {
            return DecathlonJson.DescribeTokens(tokens, state.Options.AccessTokenLifetime);
        }

        if (grant is "authorization_code" or "refresh_token")
        {
            return DecathlonJson.OAuthError("invalid_grant", "It is unknown, spent or of another request");
        }

        return DecathlonJson.OAuthError("unsupported_grant_type", "Only authorization_code and refresh_token");
    }
}
