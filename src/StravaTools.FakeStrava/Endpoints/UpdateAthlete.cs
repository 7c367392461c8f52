using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>PUT /api/v3/athlete (swagger): only the weight can be changed. The fake accepts a weight and ignores it.</summary>
internal static class UpdateAthlete
{
    public static Response Handle(ApiRequest request) => GetAthlete.Handle(request);
}
