using System.Globalization;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.RateLimits;

/// <summary>Writes limits and usage to the headers, in the spelling of the profile.</summary>
internal static class RateHeaders
{
    /// <summary>The usage of the read limits in the response to other requests: two empty values (field-notes.md, 3.4).</summary>
    private const string NoUsage = ",";

    /// <summary>Limits rarely change, and every response contains them.</summary>
    private static volatile LimitTexts _last = LimitTexts.FromLimits(FakeRateLimits.Current);

    public static void WriteHeaders(IHeaderDictionary headers, FakeProfile profile, FakeRateLimits limits, RateUsage usage, bool isRead)
    {
        var texts = _last;
        if (texts.Limits != limits)
        {
            _last = texts = LimitTexts.FromLimits(limits);
        }

        if (profile == FakeProfile.Documented)
        {
            headers["X-RateLimit-Limit"] = texts.Overall;
            headers["X-RateLimit-Usage"] = FormatPair(usage.QuarterHour, usage.Daily);
            return;
        }

        headers["X-Ratelimit-Limit"] = texts.Overall;
        headers["X-Ratelimit-Usage"] = FormatPair(usage.QuarterHour, usage.Daily);
        if (texts.Reads is { } reads)
        {
            headers["X-Readratelimit-Limit"] = reads;
            headers["X-Readratelimit-Usage"] = isRead ? FormatPair(usage.ReadQuarterHour, usage.ReadDaily) : NoUsage;
        }
    }

    private static string FormatPair(int first, int second) => string.Create(CultureInfo.InvariantCulture, $"{first},{second}");

    private sealed record LimitTexts(FakeRateLimits Limits, string Overall, string? Reads)
    {
        public static LimitTexts FromLimits(FakeRateLimits limits) => new(
            limits,
            FormatPair(limits.QuarterHour, limits.Daily),
            limits is { ReadQuarterHour: { } quarterHour, ReadDaily: { } daily } ? FormatPair(quarterHour, daily) : null);
    }
}
