namespace StravaTools.FakeStrava.Admin;

/// <summary>Lists as WireMock has them: {"uploads":[...],"meta":{"total":1}}.</summary>
internal static class Collection
{
    public static Dictionary<string, object> FromItems<T>(string name, IReadOnlyCollection<T> items) => FromItems(name, items, items.Count);

    /// <param name="name">The name of the items.</param>
    /// <param name="items">The items of this page.</param>
    /// <param name="total">The number of items on all pages.</param>
    public static Dictionary<string, object> FromItems<T>(string name, IReadOnlyCollection<T> items, int total) =>
        new(StringComparer.Ordinal) { [name] = items, ["meta"] = new { Total = total } };
}
