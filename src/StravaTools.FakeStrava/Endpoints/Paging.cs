using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>A page of a list (strava-v3-api.md, "Pagination").</summary>
internal static class Paging
{
    public const int MaxPerPage = 200;

    private const string Page = "page";
    private const string PerPage = "per_page";
    private const int DefaultPerPage = 30;

    /// <summary>The response to an invalid page or page size; null if both are valid.</summary>
    public static Response? ValidateParameters(ApiRequest request)
    {
        string[] names = [Page, PerPage];
        if (names.FirstOrDefault(name => request.Parameters.ReadNumber(name) is < 1) is { } invalid)
        {
            return Response.BadRequest(new FaultError("Application", invalid, "invalid"));
        }

        return null;
    }

    public static IEnumerable<T> PageOf<T>(this IEnumerable<T> items, ApiRequest request, int defaultPerPage = DefaultPerPage)
    {
        var page = request.Parameters.ReadNumber(Page) ?? 1;
        var perPage = Math.Min(request.Parameters.ReadNumber(PerPage) ?? defaultPerPage, MaxPerPage);
        var skipped = Math.Min(int.MaxValue, Math.Min(page - 1, int.MaxValue) * perPage);
        return items.Skip((int)skipped).Take((int)perPage);
    }
}
