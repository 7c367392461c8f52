namespace StravaTools.FakeStrava.Endpoints;

/// <summary>A page of a list (strava-v3-api.md, "Pagination").</summary>
internal static class Paging
{
    private const int DefaultPerPage = 30;
    private const int MaxPerPage = 200;

    /// <summary>The parameter that is no page there can be; null if there is none.</summary>
    public static Answer? Error(ApiRequest request) =>
        request.Number("page") is < 1 ? Invalid("page") : request.Number("per_page") is < 1 ? Invalid("per_page") : null;

    public static IEnumerable<T> PageOf<T>(this IEnumerable<T> items, ApiRequest request, int defaultPerPage = DefaultPerPage)
    {
        var (page, perPage) = (request.Number("page") ?? 1, Math.Min(request.Number("per_page") ?? defaultPerPage, MaxPerPage));
        var skipped = Math.Min(int.MaxValue, Math.Min(page - 1, int.MaxValue) * perPage);
        return items.Skip((int)skipped).Take((int)perPage);
    }

    private static Answer Invalid(string name) => Answer.BadRequest(new FaultError("Application", name, "invalid"));
}
