using System.Globalization;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.RateLimits;

/// <summary>Writes limits and usage to the headers, in the spelling of the profile.</summary>
internal static class RateHeaders
{
    /// <summary>The usage of the read limits in the response to other requests: two empty values (field-notes.md, 3.4).</summary>
    private const string NoUsage = ",";

    public static void WriteHeaders(IHeaderDictionary headers, FakeProfile profile, FakeRateLimits limits, RateUsage usage, bool isRead)
    {
        if (profile == FakeProfile.Documented)
        {
            headers["X-RateLimit-Limit"] = FormatPair(limits.QuarterHour, limits.Daily);
            headers["X-RateLimit-Usage"] = FormatPair(usage.QuarterHour, usage.Daily);
            return;
        }

        headers["X-Ratelimit-Limit"] = FormatPair(limits.QuarterHour, limits.Daily);
        headers["X-Ratelimit-Usage"] = FormatPair(usage.QuarterHour, usage.Daily);
        if (limits is { ReadQuarterHour: { } readShort, ReadDaily: { } readDaily })
        {
            headers["X-Readratelimit-Limit"] = FormatPair(readShort, readDaily);
            headers["X-Readratelimit-Usage"] = isRead ? FormatPair(usage.ReadQuarterHour, usage.ReadDaily) : NoUsage;
        }
    }

    private static string FormatPair(int first, int second) => string.Create(CultureInfo.InvariantCulture, $"{first},{second}");
}
