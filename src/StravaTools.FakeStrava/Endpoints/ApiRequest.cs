using System.Globalization;
using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>A request of an athlete and an application whose token is known.</summary>
internal sealed record ApiRequest(HttpContext Http, World World, Grant Grant, RequestParameters Parameters)
{
    private static readonly string[] Schemes = ["Bearer ", "access_token "];

    public FakeAthlete Athlete => Grant.Athlete;

    /// <summary>The id in the route; null if it is no 64-bit number.</summary>
    public long? Id => ReadRouteId(Http);

    /// <summary>A whole number, negative or not; null if it is none.</summary>
    public long? Number(string name)
    {
        if (long.TryParse(Parameters[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        return null;
    }

    /// <summary>The id in the route of any request; null if it is no 64-bit number.</summary>
    public static long? ReadRouteId(HttpContext http)
    {
        if (long.TryParse(http.GetRouteValue("id") as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        return null;
    }

    /// <summary>
    /// The token as <c>Authorization: Bearer X</c> (or <c>access_token X</c>, field-notes.md, 5.5), else as the parameter access_token of
    /// query or form (strava-v3-api.md, "Example request").
    /// </summary>
    public static string? TokenOf(HttpRequest request, RequestParameters? parameters)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return parameters?[RequestParameters.AccessToken];
        }

        if (Schemes.FirstOrDefault(scheme => header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme)
        {
            return header[scheme.Length..].Trim();
        }

        return null;
    }

    /// <summary>
    /// Strava's server is written in Ruby on Rails, whose false values these are; "False" is not among them (field-notes.md, 2.20).
    /// </summary>
    public bool ReadFlag(string name) => Parameters[name] is not (null or "0" or "f" or "F" or "false" or "FALSE" or "off" or "OFF");
}
