using System.Text.Json;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Http.Authorization;

/// <summary>
/// Exchanges a code or a refresh token for tokens (RFC 6749, 4.1.3 and 6). Secrets are sent only in the body, and only to the token
/// endpoint.
/// </summary>
internal sealed class OAuthClient(HttpExchange exchange, TimeProvider clock)
{
    public Task<StoredTokens> RedeemAsync(AuthorizationRequest request, string code, CancellationToken cancellationToken)
    {
        IEnumerable<KeyValuePair<string, string>> fields =
        [
            KeyValuePair.Create("grant_type", "authorization_code"),
            KeyValuePair.Create("code", code),
            KeyValuePair.Create("redirect_uri", request.RedirectUri.OriginalString),
        ];
        if (request.Application.UsesPkce)
        {
            fields = fields.Append(new("code_verifier", request.Pkce.Verifier));
        }

        return RequestTokensAsync(request.Application, fields, cancellationToken);
    }

    /// <summary>Gets new tokens. If the server does not rotate refresh tokens, the existing one is kept.</summary>
    public async Task<StoredTokens> RefreshAsync(OAuthApplication application, StoredTokens tokens, CancellationToken cancellationToken)
    {
        var refreshed = await RequestTokensAsync(
            application,
            [KeyValuePair.Create("grant_type", "refresh_token"), KeyValuePair.Create("refresh_token", tokens.RefreshToken ?? "")],
            cancellationToken);
        return refreshed with { RefreshToken = refreshed.RefreshToken ?? tokens.RefreshToken, Scope = refreshed.Scope ?? tokens.Scope };
    }

    private async Task<StoredTokens> RequestTokensAsync(
        OAuthApplication application, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        fields = fields.Append(KeyValuePair.Create("client_id", application.ClientId));
        if (application.ClientSecret is { } secret)
        {
            fields = fields.Append(KeyValuePair.Create("client_secret", secret));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, application.TokenUri) { Content = new FormUrlEncodedContent(fields) };
        var answer = await exchange.SendAsync(request, cancellationToken);
        if (answer.IsSuccess)
        {
            return ReadTokens(answer, application);
        }

        if ((int)answer.StatusCode is >= 400 and < 500)
        {
            var details = ErrorResponses.Describe(answer, exchange.Errors);
            throw new ApiException(ApiErrors.AuthorizationRefused, (int)answer.StatusCode, details) { StatusCode = answer.StatusCode };
        }

        throw ErrorResponses.ToException(answer, changesSomething: false, exchange.Errors);
    }

    private StoredTokens ReadTokens(ApiResponse answer, OAuthApplication application)
    {
        try
        {
            var given = JsonSerializer.Deserialize(answer.Body, TokenJson.Default.TokenResponse);
            if (given is { AccessToken.Length: > 0 })
            {
                return new StoredTokens
                {
                    AccessToken = given.AccessToken,
                    RefreshToken = given.RefreshToken,
                    ExpiresAt = clock.GetUtcNow().AddSeconds(given.ExpiresIn ?? 0),
                    Scope = given.Scope,
                    ClientId = application.ClientId,
                    ClientSecret = application.ClientSecret,
                };
            }
        }
        catch (JsonException)
        {
            // Both the exception and the response may quote a token.
        }

        const string Reason = "it contains no access_token";
        var unexpected = exchange.Errors.Create(exchange.Errors.UnexpectedAnswer, cause: null, (int)answer.StatusCode, Reason);
        unexpected.StatusCode = answer.StatusCode;
        throw unexpected;
    }
}
