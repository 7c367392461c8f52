namespace StravaTools.Activities.Analysis;

/// <summary>
/// Selects points for streams of a lower resolution: the first points at or past evenly spaced marks, including the first and the last
/// point. The values are those of points, never means, so that all streams agree.
/// </summary>
public static class StreamSampling
{
    /// <summary>The indices of the selected points, in their order.</summary>
    /// <param name="series">The value at each point that is evenly spaced, such as seconds or meters; it never decreases.</param>
    /// <param name="maxCount">The maximum number of points; 2 or more.</param>
    public static IReadOnlyList<int> PickIndices(IReadOnlyList<double> series, int maxCount)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxCount, 2);
        if (series.Count <= maxCount)
        {
            return [.. Enumerable.Range(0, series.Count)];
        }

        var picked = new List<int>(maxCount) { 0 };
        var step = (series[series.Count - 1] - series[0]) / (maxCount - 1);
        for (var i = 1; i < series.Count - 1; i++)
        {
            if (picked.Count < maxCount - 1 && series[i] >= series[0] + (picked.Count * step))
            {
                picked.Add(i);
            }
        }

        picked.Add(series.Count - 1);
        return picked;
    }
}
