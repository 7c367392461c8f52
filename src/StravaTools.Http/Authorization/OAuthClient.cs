using System.Net;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Http.Authorization;

/// <summary>
/// Exchanges a code or a refresh token for tokens (RFC 6749, 4.1.3 and 6). Secrets are sent only in the body, and only to the token
/// endpoint.
/// </summary>
internal sealed class OAuthClient(HttpExchange exchange, TimeProvider clock)
{
    /// <summary>The lifetime of an access token whose response does not say it. If it ends earlier, the server's 401 renews it.</summary>
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    /// <summary>If the server names no time, a rate limit is assumed to end by then.</summary>
    private static readonly TimeSpan DefaultPause = TimeSpan.FromMinutes(15);

    /// <inheritdoc cref="HttpExchange.RunToEndAsync{T}"/>
    public Task<T> RunToEndAsync<T>(Func<Task<T>> work) => exchange.RunToEndAsync(work);

    public async Task<StoredTokens> RedeemAsync(AuthorizationRequest request, string code, CancellationToken cancellationToken)
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

        var answer = await SendAsync(request.Application, fields, cancellationToken);
        if (!answer.IsSuccess)
        {
            throw Refused(answer);
        }

        if (TokenResponse.FromBody(answer.Body, clock.GetUtcNow()) is { AccessToken: { } token } response)
        {
            return ToTokens(response, token, request.Application);
        }

        throw WithoutToken(answer);
    }

    /// <summary>
    /// Gets new tokens. If the server does not rotate refresh tokens, the existing one is kept. It cannot be canceled; the exchange ends
    /// within its timeout.
    /// </summary>
    public async Task<RefreshAnswer> RefreshAsync(OAuthApplication application, StoredTokens tokens)
    {
        KeyValuePair<string, string>[] fields = [new("grant_type", "refresh_token"), new("refresh_token", tokens.RefreshToken ?? "")];
        var answer = await SendAsync(application, fields, CancellationToken.None);
        if (!answer.IsSuccess)
        {
            throw RefusedRefresh(answer);
        }

        var response = TokenResponse.FromBody(answer.Body, clock.GetUtcNow());
        var refresh = response?.RefreshToken ?? tokens.RefreshToken;
        if (response is { AccessToken: { } token })
        {
            var refreshed = ToTokens(response, token, application);
            refreshed = refreshed with
            {
                RefreshToken = refresh,
                Scope = response.Scope ?? tokens.Scope,
                AthleteId = response.AthleteId ?? tokens.AthleteId,
            };
            return new RefreshAnswer(refreshed, null);
        }

        // Expired, so that the next request refreshes again, with the new refresh token.
        var kept = tokens with { RefreshToken = refresh, ExpiresAt = DateTimeOffset.UnixEpoch };
        return new RefreshAnswer(kept, WithoutToken(answer));
    }

    private async Task<ApiResponse> SendAsync(
        OAuthApplication application, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        List<string?> secrets = [.. fields.Where(field => field.Key is not ("grant_type" or "redirect_uri")).Select(field => field.Value)];
        fields = fields.Append(KeyValuePair.Create("client_id", application.ClientId));
        if (application.ClientSecret is { } secret)
        {
            secrets.Add(secret);
            fields = fields.Append(KeyValuePair.Create("client_secret", secret));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, application.TokenUri) { Content = new FormUrlEncodedContent(fields) };
        return await exchange.SendTokenRequestAsync(request, secrets, cancellationToken);
    }

    private StoredTokens ToTokens(TokenResponse response, string accessToken, OAuthApplication application) => new()
    {
        AccessToken = accessToken,
        RefreshToken = response.RefreshToken,
        ExpiresAt = clock.GetUtcNow() + (response.Lifetime ?? DefaultLifetime),
        Scope = response.Scope,
        AthleteId = response.AthleteId,
        ClientId = application.ClientId,
        ClientSecret = application.ClientSecret,
    };

    private ApiException Refused(ApiResponse answer)
    {
        if ((int)answer.StatusCode is < 400 or >= 500)
        {
            return ErrorResponses.ToException(answer, changesSomething: false, exchange.Errors);
        }

        var known = ErrorResponses.FindKnown(answer, exchange.Errors) ?? ApiErrors.AuthorizationRefused;
        return ErrorResponses.Create(known, answer, exchange.Errors);
    }

    /// <summary>
    /// Only 400 and 401 mean that the refresh token is worthless. After any other status, the login may work again later.
    /// </summary>
    private ApiException RefusedRefresh(ApiResponse answer)
    {
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError)
        {
            return Refused(answer);
        }

        var error = ErrorResponses.FindKnown(answer, exchange.Errors) ?? ApiErrors.LoginNotRenewed;
        var exception = ErrorResponses.Create(error, answer, exchange.Errors);
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            exception.RateLimitResetAt = clock.GetUtcNow() + (answer.Headers.RetryAfter?.Delta ?? DefaultPause);
        }

        return exception;
    }

    private ApiException WithoutToken(ApiResponse answer)
    {
        const string Reason = "it contains no usable access_token";
        var unexpected = exchange.Errors.Create(exchange.Errors.UnexpectedAnswer, cause: null, (int)answer.StatusCode, Reason);
        unexpected.StatusCode = answer.StatusCode;
        return unexpected;
    }
}
