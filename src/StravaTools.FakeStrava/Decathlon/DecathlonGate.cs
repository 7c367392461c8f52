using System.Globalization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>Who is let in: the key of the application first, then its quota, then the user's token, as gateways do it.</summary>
internal static class DecathlonGate
{
    private const string Scheme = "Bearer ";

    /// <summary>Null for a request that may go on.</summary>
    public static Response? Refusal(HttpContext http, DecathlonState state)
    {
        if (http.Request.Headers["x-api-key"] != state.Options.ApiKey)
        {
            return DecathlonJson.Refused(StatusCodes.Status403Forbidden, "Invalid x-api-key");
        }

        if (state.Quota.CountRequest() is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return DecathlonJson.Refused(StatusCodes.Status429TooManyRequests, "Quota exceeded");
        }

        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && state.Tokens.IsGood(header[Scheme.Length..].Trim()))
        {
            return null;
        }

        return DecathlonJson.ErrorResponse(StatusCodes.Status401Unauthorized, header.Length == 0 ? "Missing bearer" : "Expired or unknown bearer");
    }

    public static Response Failure(FakeDecathlonFault fault) =>
        DecathlonJson.ErrorResponse(fault.Status, fault.Status >= 500 ? "The server failed as ordered" : "The request was refused as ordered");
}
