using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>A page of a list (strava-v3-api.md, "Pagination").</summary>
internal static class Paging
{
    private const int DefaultPerPage = 30;
    private const int MaxPerPage = 200;

    /// <summary>The parameter that is no page there can be; null if there is none.</summary>
    public static Response? ValidateParameters(ApiRequest request)
    {
        if (request.Number("page") is < 1)
        {
            return Invalid("page");
        }

        if (request.Number("per_page") is < 1)
        {
            return Invalid("per_page");
        }

        return null;
    }

    public static IEnumerable<T> PageOf<T>(this IEnumerable<T> items, ApiRequest request, int defaultPerPage = DefaultPerPage)
    {
        var (page, perPage) = (request.Number("page") ?? 1, Math.Min(request.Number("per_page") ?? defaultPerPage, MaxPerPage));
        var skipped = Math.Min(int.MaxValue, Math.Min(page - 1, int.MaxValue) * perPage);
        return items.Skip((int)skipped).Take((int)perPage);
    }

    private static Response Invalid(string name) => Response.BadRequest(new FaultError("Application", name, "invalid"));
}
