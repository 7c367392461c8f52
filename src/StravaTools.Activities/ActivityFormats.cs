using StravaTools.Activities.Formats;
using StravaTools.Activities.Formats.Fit;
using StravaTools.Activities.Formats.Gpx;
using StravaTools.Activities.Formats.StrengthJson;
using StravaTools.Activities.Formats.Tcx;
using StravaTools.Activities.Model;

namespace StravaTools.Activities;

/// <summary>The formats there are. A new one is a folder and a line here.</summary>
internal static class ActivityFormats
{
    public static IReadOnlyList<IActivityFormat> All { get; } = [new FitFormat(), new GpxFormat(), new TcxFormat(), new StrengthJsonFormat()];

    public static IActivityFormat FormatOf(ActivityFileFormat format) => All.First(known => known.Format == format);

    public static IActivityFormat? Detect(ReadOnlySpan<byte> content)
    {
        foreach (var format in All)
        {
            if (format.Detect(content))
            {
                return format;
            }
        }

        return null;
    }
}
