using System.Globalization;
using System.Text;
using StravaTools.Activities;
using StravaTools.Activities.Pages;
using StravaTools.Activities.Validation.Reports;

namespace Browser;

/// <summary>A ride of 30 minutes at 36 km/h straight north, with a point every second, and its page.</summary>
internal static class SampleRide
{
    public const int Seconds = 1800;

    public static string Text { get; } = CreateText();

    public static string CreatePage() => CreatePage(ActivityFile.FromBytes("ride.gpx", Encoding.UTF8.GetBytes(Text)));

    public static string CreatePage(ActivityFile file)
    {
        var content = file.ReadContent();
        using var stream = new MemoryStream();
        ActivityPage.WritePage(stream, file, content, ActivityValidator.Validate(file, content), ActivityPageOptions.Default);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A report with one file without a finding and one file with a finding.</summary>
    public static string CreateReport()
    {
        ActivityFileReport[] reports =
        [
            ActivityValidator.Validate(ActivityFile.FromBytes("good.gpx", Encoding.UTF8.GetBytes(Text))),
            ActivityValidator.Validate(ActivityFile.FromBytes("bad.gpx", "<gpx/>"u8.ToArray())),
        ];
        using var stream = new MemoryStream();
        ReportFormat.FromFileName(".html")!.WriteReport(stream, reports);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string CreateText()
    {
        var text = new StringBuilder("<gpx version=\"1.1\" creator=\"tests\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n")
            .Append("<trk><name>North</name><type>cycling</type><trkseg>\n");
        for (var second = 0; second <= Seconds; second++)
        {
            // 10 m are 10 / 111195 degrees; one meter of climb every ten seconds.
            var time = new DateTime(2025, 6, 14, 6, 0, 0, DateTimeKind.Utc).AddSeconds(second);
            text.Append(CultureInfo.InvariantCulture, $"<trkpt lat=\"{46 + (second * 10 / 111_195.0):0.0000000}\" lon=\"8\">")
                .Append(CultureInfo.InvariantCulture, $"<ele>{400 + (second / 10.0):0.0}</ele>")
                .Append(CultureInfo.InvariantCulture, $"<time>{time:yyyy-MM-dd'T'HH:mm:ss'Z'}</time></trkpt>\n");
        }

        return text.Append("</trkseg></trk></gpx>").ToString();
    }
}
