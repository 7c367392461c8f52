using System.Globalization;

namespace StravaTools.FakeStrava.Http;

/// <summary>Reads the values of a route.</summary>
internal static class RouteValues
{
    /// <summary>The id in the route; null if it is not a 64-bit number.</summary>
    public static long? ReadId(HttpContext http)
    {
        if (long.TryParse(http.GetRouteValue("id") as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        return null;
    }

    /// <summary>A text in the route; empty if the route has no value of that name.</summary>
    public static string ReadText(HttpContext http, string name) => http.GetRouteValue(name) as string ?? "";
}
