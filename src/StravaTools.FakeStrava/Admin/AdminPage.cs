using System.Globalization;

namespace StravaTools.FakeStrava.Admin;

/// <summary>A part of a list: ?limit and ?offset.</summary>
internal sealed record AdminPage(int Offset, int Limit)
{
    public static AdminPage FromQuery(HttpContext http) => new(ReadCount(http, "offset", 0), ReadCount(http, "limit", int.MaxValue));

    private static int ReadCount(HttpContext http, string name, int none)
    {
        if (int.TryParse(http.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        return none;
    }
}
