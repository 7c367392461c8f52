using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>Which routes a token can read.</summary>
internal static class RouteAccess
{
    /// <summary>The route in the address; null if it does not exist or is not accessible.</summary>
    public static FakeRoute? FindVisible(ApiRequest request) =>
        request.World.Options.Routes.FirstOrDefault(route => route.Id == request.Id && IsVisible(route, request));

    /// <summary>"Private routes are filtered out unless requested by a token with read_all scope" (Strava's API reference).</summary>
    public static bool IsVisible(FakeRoute route, ApiRequest request) =>
        !route.IsPrivate || (IsOwn(route, request) && request.Grant.Scopes.SeesPrivateRoutes);

    public static bool IsOwn(FakeRoute route, ApiRequest request) => OwnerOf(route, request).Id == request.AthleteId;

    public static FakeAthlete OwnerOf(FakeRoute route, ApiRequest request)
    {
        var options = request.World.Options;
        return options.FindAthlete(route.AthleteId) ?? options.Athletes[0];
    }
}
