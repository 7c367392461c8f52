namespace StravaTools.Client;

/// <summary>
/// The addresses of Strava. The API has two, side by side from January 2027: below /api/v3 of the website, and at the root of a host of its
/// own. The website, the pages of activities, and the login stay where they are (field-notes.md, 7.1).
/// </summary>
internal static class StravaHosts
{
    /// <summary>The website, which is also the old address of the API.</summary>
    public static readonly Uri Site = new("https://www.strava.com/");

    /// <summary>The new address of the API.</summary>
    public static readonly Uri NewApi = new("https://api-v3.strava.com/");

    /// <summary>The address of the API that is used by default. Change it when the old address ends.</summary>
    public static readonly Uri DefaultApi = Site;

    /// <summary>The path of the API at the old address. A specified address may contain it.</summary>
    public const string ApiPath = "/api/v3";

    /// <summary>Both spellings circulate.</summary>
    private static readonly string[] NewApiHosts = [NewApi.Host, "www." + NewApi.Host];

    /// <summary>Returns the website of a server: the root without the path of the API.</summary>
    public static Uri SiteOf(Uri server)
    {
        if (IsNewApi(server))
        {
            return Site;
        }

        return server;
    }

    /// <summary>Returns the API of a server, with a trailing slash.</summary>
    public static Uri ApiOf(Uri server)
    {
        if (IsNewApi(server))
        {
            return server;
        }

        return new Uri(server, ApiPath[1..] + "/");
    }

    /// <summary>True for a host of Strava's.</summary>
    public static bool IsStrava(Uri address) =>
        address.IsAbsoluteUri && (address.IdnHost == "strava.com" || address.IdnHost.EndsWith(".strava.com", StringComparison.Ordinal));

    private static bool IsNewApi(Uri server) => NewApiHosts.Contains(server.IdnHost, StringComparer.OrdinalIgnoreCase);
}
