using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using StravaTools.Activities.Pages;

namespace StravaTools.Activities.Tests.Pages;

/// <summary>Writes pages and reads them.</summary>
internal static partial class PageFile
{
    /// <summary>A one-hour ride on a circle of about 15 km, with a point every second, altitude, and heart rate.</summary>
    public static ActivityFile Ride(int points = 3600, string name = "Ride", string file = "ride.gpx", Func<int, string>? inPoint = null)
    {
        var text = new StringBuilder("<gpx version=\"1.1\" creator=\"tests\" xmlns=\"http://www.topografix.com/GPX/1/1\" ")
            .Append("xmlns:t=\"http://www.garmin.com/xmlschemas/TrackPointExtension/v1\">\n<trk><name>").Append(name)
            .Append("</name><type>cycling</type><trkseg>\n");
        for (var i = 0; i < points; i++)
        {
            var angle = 2 * Math.PI * i / points;
            var time = new DateTime(2025, 6, 14, 6, 0, 0, DateTimeKind.Utc).AddSeconds(i);
            text.Append(CultureInfo.InvariantCulture, $"<trkpt lat=\"{47 + (0.02 * Math.Sin(angle)):0.000000}\"")
                .Append(CultureInfo.InvariantCulture, $" lon=\"{8 + (0.03 * Math.Cos(angle)):0.000000}\">")
                .Append(CultureInfo.InvariantCulture, $"<ele>{500 + (50 * Math.Sin(2 * angle)):0.0}</ele>")
                .Append(CultureInfo.InvariantCulture, $"<time>{time:yyyy-MM-dd'T'HH:mm:ss'Z'}</time>")
                .Append(inPoint?.Invoke(i))
                .Append(CultureInfo.InvariantCulture, $"<extensions><t:TrackPointExtension><t:hr>{130 + (i % 40)}</t:hr>")
                .Append("</t:TrackPointExtension></extensions></trkpt>\n");
        }

        return Text.File(file, text.Append("</trkseg></trk></gpx>").ToString());
    }

    public static string Write(ActivityFile file, ActivityPageOptions? options = null)
    {
        var content = file.ReadContent(TestContext.Current.CancellationToken);
        return Write(file, content, options);
    }

    public static string Write(ActivityFile file, ActivityContent content, ActivityPageOptions? options = null)
    {
        var report = ActivityValidator.Validate(file, content, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        ActivityPage.WritePage(stream, file, content, report, options ?? ActivityPageOptions.Default);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The data of the first activity for the script.</summary>
    public static JsonElement Data(string page) => JsonDocument.Parse(DataBlock().Match(page).Groups["json"].Value).RootElement;

    /// <summary>The values of a column, NaN for missing ones.</summary>
    public static double[] Column(JsonElement column)
    {
        var (sum, scale) = (0L, column.GetProperty("scale").GetDouble());
        return [.. column.GetProperty("steps").EnumerateArray().Select(Decode)];

        double Decode(JsonElement step)
        {
            if (step.ValueKind == JsonValueKind.Null)
            {
                return double.NaN;
            }

            sum += step.GetInt64();
            return sum / scale;
        }
    }

    [GeneratedRegex("<script type=\"application/json\" class=\"data\">(?<json>.*?)</script>", RegexOptions.Singleline, 5000)]
    private static partial Regex DataBlock();
}
