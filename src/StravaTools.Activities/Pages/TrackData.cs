using System.Globalization;
using System.Text;

namespace StravaTools.Activities.Pages;

/// <summary>
/// The rows for the script, as JSON: integers, each the difference to the last known one, because most differences have one digit.
/// It contains numbers only, no text of the file.
/// </summary>
internal static class TrackData
{
    private const double TimeScale = 10;
    private const double PlaceScale = 10;

    public static Markup WriteJson(ActivityView view)
    {
        var (rows, json) = (view.Rows, new StringBuilder());
        json.Append(CultureInfo.InvariantCulture, $"{{\"gap\":{TraceChart.MaxGap},\"time\":{(view.HasTime ? 1 : 0)}");
        AddColumn(json, "t", TimeScale, rows.Count, row => rows.Seconds[row]);
        AddColumn(json, "d", 1, rows.Count, row => rows.Meters[row]);
        if (view.Map is { } map)
        {
            var places = Enumerable.Range(0, rows.Count).Select(row => map.Locate(rows.LastPoint(row))).ToArray();
            AddColumn(json, "x", PlaceScale, rows.Count, row => places[row]?.X ?? double.NaN);
            AddColumn(json, "y", PlaceScale, rows.Count, row => places[row]?.Y ?? double.NaN);
        }

        json.Append(",\"traces\":[");
        for (var i = 0; i < view.Traces.Count; i++)
        {
            AddTrace(json, view.Traces[i], isFirst: i == 0);
        }

        return new Markup(json.Append("]}").ToString());
    }

    private static void AddTrace(StringBuilder json, Trace trace, bool isFirst)
    {
        json.Append(isFirst ? "" : ",");
        json.Append(CultureInfo.InvariantCulture, $"{{\"key\":\"{trace.Key}\",\"title\":\"{trace.Title}\",\"unit\":\"{trace.Unit}\"");
        json.Append(CultureInfo.InvariantCulture, $",\"digits\":{trace.Decimals},\"pace\":{(trace.Format == TraceUnit.Pace ? 1 : 0)}");
        AddColumn(json, "v", trace.Scale, trace.Rows.Length, row => trace.Rows[row]);
        json.Append('}');
    }

    private static void AddColumn(StringBuilder json, string name, double scale, int count, Func<int, double> valueOf)
    {
        json.Append(CultureInfo.InvariantCulture, $",\"{name}\":{{\"scale\":{scale},\"steps\":[");
        var last = 0L;
        for (var row = 0; row < count; row++)
        {
            json.Append(row == 0 ? "" : ",");
            var value = valueOf(row);
            if (double.IsFinite(value))
            {
                var next = (long)Math.Round(value * scale);
                json.Append(CultureInfo.InvariantCulture, $"{next - last}");
                last = next;
            }
            else
            {
                json.Append("null");
            }
        }

        json.Append("]}");
    }
}
