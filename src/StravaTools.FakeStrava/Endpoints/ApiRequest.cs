using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>A request with a valid access token, and so with an athlete and an application.</summary>
internal sealed record ApiRequest(HttpContext Http, World World, Grant Grant, RequestParameters Parameters)
{
    public FakeAthlete Athlete => Grant.Athlete;

    /// <summary>The id in the route; null if it is not a 64-bit number.</summary>
    public long? Id => RouteValues.ReadId(Http);
}
