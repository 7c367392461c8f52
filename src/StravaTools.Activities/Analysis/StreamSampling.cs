namespace StravaTools.Activities.Analysis;

/// <summary>
/// Picks fewer points of many, as streams of a lower resolution have them: the points that come first at or past evenly spaced marks, the
/// first and the last among them. Values are those of points, never means, so all streams stay in step.
/// </summary>
public static class StreamSampling
{
    /// <summary>The indices of at most so many points, in their order.</summary>
    /// <param name="series">What is to be evenly spaced at each point, never falling: seconds or metres.</param>
    /// <param name="most">How many points at most; 2 or more.</param>
    public static IReadOnlyList<int> PickIndices(IReadOnlyList<double> series, int most)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        if (series.Count <= most)
        {
            return [.. Enumerable.Range(0, series.Count)];
        }

        var picked = new List<int>(most) { 0 };
        var step = (series[series.Count - 1] - series[0]) / (most - 1);
        for (var i = 1; i < series.Count - 1; i++)
        {
            if (picked.Count < most - 1 && series[i] >= series[0] + (picked.Count * step))
            {
                picked.Add(i);
            }
        }

        picked.Add(series.Count - 1);
        return picked;
    }
}
