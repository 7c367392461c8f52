using System.Text.Json;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Http.Authorization;

/// <summary>
/// Gets tokens for a code or a refresh token (RFC 6749, 4.1.3 and 6). Secrets travel in the body only, and to the token address only.
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
        return RequestTokensAsync(request.Application, request.Application.UsesPkce
            ? fields.Append(new("code_verifier", request.Pkce.Verifier)) : fields, cancellationToken);
    }

    /// <summary>New tokens. A server that does not rotate gives no new refresh token; the one there is stays.</summary>
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
            throw new ApiException(ApiErrors.AuthorizationRefused, (int)answer.StatusCode,
                ErrorResponses.Describe(answer, exchange.Errors))
            { StatusCode = answer.StatusCode };
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
            // The exception, and the answer too, may quote a token.
        }

        var unexpected =
            exchange.Errors.Create(exchange.Errors.UnexpectedAnswer, cause: null, (int)answer.StatusCode, "it contains no access_token");
        unexpected.StatusCode = answer.StatusCode;
        throw unexpected;
    }
}
