using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Representations;

/// <summary>Seconds in each zone of heart rate, pace, or power.</summary>
internal static class ZoneBuckets
{
    /// <summary>Where the last zone ends.</summary>
    private const int NoEnd = -1;

    /// <summary>"min" of a zone is "max" of the one before it, and the last ends at -1.</summary>
    public static JsonArray DescribeRanges(IReadOnlyList<JsonNode> bounds) => new([.. bounds.Select((_, zone) => (JsonNode)new JsonObject
    {
        ["min"] = bounds[zone].DeepClone(),
        ["max"] = zone == bounds.Count - 1 ? NoEnd : bounds[zone + 1].DeepClone(),
    })]);

    /// <summary>The zones with the seconds spent in each.</summary>
    public static JsonArray DescribeTimes(IReadOnlyList<JsonNode> bounds, IReadOnlyList<TimeSpan> times, Func<double, JsonNode> describe)
    {
        var buckets = DescribeRanges(bounds);
        foreach (var (bucket, time) in buckets.Zip(times))
        {
            bucket!["time"] = describe(Math.Round(time.TotalSeconds));
        }

        return buckets;
    }

    /// <summary>Today, zones of heart rate end one beat before the next one begins.</summary>
    public static void EndBeforeNext(JsonArray buckets)
    {
        foreach (var bucket in buckets.SkipLast(1))
        {
            bucket!["max"] = bucket["max"]!.GetValue<int>() - 1;
        }
    }
}
