namespace StravaTools.Activities.Pages;

/// <summary>A vertical axis: its ends and the values with a line.</summary>
internal sealed record TraceAxis(double Low, double High, IReadOnlyList<double> Ticks)
{
    /// <summary>Seconds for a kilometer that are good to read, from fast to slow.</summary>
    private static readonly int[] Paces = [120, 150, 180, 210, 240, 270, 300, 360, 420, 480, 600, 720, 900, 1200, 1800];

    /// <summary>
    /// An axis around values. Its ends leave out the most extreme values, because one spike must not flatten the chart.
    /// </summary>
    /// <param name="values">The values, NaN for missing ones.</param>
    /// <param name="minSpan">The least difference between the ends.</param>
    public static TraceAxis AroundValues(IEnumerable<float> values, double minSpan)
    {
        var known = SortKnown(values);
        var (low, high) = (Quantile(known, 0.002), Quantile(known, 0.9985));
        var missing = Math.Max(0, minSpan - (high - low)) / 2;
        var margin = Math.Max(minSpan, high - low) * 0.06;
        return Create(low - missing - margin, high + missing + margin);
    }

    /// <summary>An axis from 0. Its end leaves out the most extreme values.</summary>
    /// <param name="values">The values, NaN for missing ones.</param>
    /// <param name="minSpan">The least difference between the ends.</param>
    public static TraceAxis FromZero(IEnumerable<float> values, double minSpan) =>
        Create(0, Math.Max(minSpan, Quantile(SortKnown(values), 0.9985)) * 1.06);

    /// <summary>An axis for speeds in kilometers per hour with lines at paces that are good to read.</summary>
    /// <param name="values">The speeds, NaN for missing ones.</param>
    public static TraceAxis ForPace(IEnumerable<float> values)
    {
        var axis = AroundValues(values, 3);
        List<double> ticks = [];
        foreach (var speed in Paces.Select(pace => 3600.0 / pace).Where(speed => speed < axis.High && speed > axis.Low))
        {
            if (ticks.Count == 0 || ticks[^1] - speed > (axis.High - axis.Low) / 4)
            {
                ticks.Add(speed);
            }
        }

        return axis with { Ticks = ticks };
    }

    /// <summary>The share of the height from the top, from 0 to 1.</summary>
    public double Locate(double value) => 1 - Math.Clamp((value - Low) / (High - Low), 0, 1);

    /// <summary>The speeds of moving, without those that only an error of position explains.</summary>
    public static float[] KeepPlausibleSpeeds(IEnumerable<float> values)
    {
        var moving = SortKnown(values.Where(speed => speed > 0.5));
        var limit = 2 * Quantile(moving, 0.95);
        return [.. moving.Where(speed => speed <= limit)];
    }

    private static TraceAxis Create(double low, double high)
    {
        var step = NiceSteps.Choose((high - low) / 3);
        var (first, last) = ((int)Math.Ceiling(low / step), (int)Math.Floor(high / step));
        return new TraceAxis(low, high, [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(i => i * step)]);
    }

    private static float[] SortKnown(IEnumerable<float> values) => [.. values.Where(float.IsFinite).Order()];

    /// <summary>0 if no value is known.</summary>
    private static double Quantile(float[] sorted, double share) => sorted.ElementAtOrDefault((int)((sorted.Length - 1) * share));
}
