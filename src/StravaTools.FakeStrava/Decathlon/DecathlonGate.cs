using System.Globalization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>
/// The checks before each request: the key of the application, its quota, and the user's token, in the order of gateways.
/// </summary>
internal static class DecathlonGate
{
    private const string Scheme = "Bearer ";

    /// <summary>Null for a request that can proceed.</summary>
    public static Response? Refuse(HttpContext http, DecathlonState state)
    {
        if (http.Request.Headers["x-api-key"] != state.Options.ApiKey)
        {
            return DecathlonJson.GatewayError(StatusCodes.Status403Forbidden, "Invalid x-api-key");
        }

        if (state.Quota.CountRequest() is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return DecathlonJson.GatewayError(StatusCodes.Status429TooManyRequests, "Quota exceeded");
        }

        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && state.Tokens.IsValid(header[Scheme.Length..].Trim()))
        {
            return null;
        }

        var description = header.Length == 0 ? "Missing bearer" : "Expired or unknown bearer";
        return DecathlonJson.ErrorResponse(StatusCodes.Status401Unauthorized, description);
    }

    /// <summary>The response of an ordered failure.</summary>
    public static Response CreateFailure(FakeDecathlonFault fault)
    {
        if (fault.Status >= StatusCodes.Status500InternalServerError)
        {
            return DecathlonJson.ErrorResponse(fault.Status, "The server failed as ordered");
        }

        return DecathlonJson.ErrorResponse(fault.Status, "The request was refused as ordered");
    }
}
