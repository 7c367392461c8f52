using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Pages;

/// <summary>
/// The points of an activity as rows for the page: each point, or for a long activity the points of equal spans of time. A page of a
/// hundred thousand points would otherwise take megabytes, and a screen has fewer pixels.
/// </summary>
internal sealed class TrackRows
{
    /// <summary>More than the pixels of most screens.</summary>
    private const int MaxRows = 3000;

    private readonly int[] _firstPoints;

    private TrackRows(int[] firstPoints, Timeline timeline)
    {
        _firstPoints = firstPoints;
        Seconds = [.. Enumerable.Range(0, Count).Select(row => timeline.Seconds[LastPoint(row)])];
        Meters = [.. Enumerable.Range(0, Count).Select(row => timeline.Meters[LastPoint(row)])];
    }

    /// <summary>The number of rows.</summary>
    public int Count => _firstPoints.Length - 1;

    /// <summary>Seconds since the first point, at the end of each row.</summary>
    public double[] Seconds { get; }

    /// <summary>Meters since the start, at the end of each row.</summary>
    public double[] Meters { get; }

    /// <summary>The rows of an activity.</summary>
    public static TrackRows Create(ActivityStreams streams)
    {
        var timeline = Timeline.FromStreams(streams);
        List<int> firsts = [];
        var length = timeline.Count == 0 ? 0 : timeline.Seconds[timeline.Count - 1];
        var lastSpan = -1;
        for (var point = 0; point < timeline.Count; point++)
        {
            var share = length > 0 ? timeline.Seconds[point] / length : (double)point / timeline.Count;
            var span = timeline.Count <= MaxRows ? point : (int)(share * MaxRows);
            if (span > lastSpan)
            {
                firsts.Add(point);
                lastSpan = span;
            }
        }

        return new TrackRows([.. firsts, timeline.Count], timeline);
    }

    /// <summary>The last point of a row.</summary>
    public int LastPoint(int row) => _firstPoints[row + 1] - 1;

    /// <summary>The row of a point.</summary>
    public int RowOf(int point)
    {
        var found = Array.BinarySearch(_firstPoints, point);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, Math.Max(0, Count - 1));
    }

    /// <summary>The mean of the known values of each row; NaN for a row without any.</summary>
    /// <param name="values">One value per point, NaN if the point has none; or no values, for no rows.</param>
    public float[] Average(ImmutableArray<float> values)
    {
        if (values.IsEmpty)
        {
            return [];
        }

        var rows = new float[Count];
        for (var row = 0; row < rows.Length; row++)
        {
            var (sum, count) = (0f, 0);
            foreach (var value in values.AsSpan()[_firstPoints[row].._firstPoints[row + 1]])
            {
                if (!float.IsNaN(value))
                {
                    (sum, count) = (sum + value, count + 1);
                }
            }

            rows[row] = sum / count;
        }

        return rows;
    }
}
