using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The times of the points of a file. GPX and TCX files may have points in any order.</summary>
internal static class XmlPointTimes
{
    /// <summary>The earliest and the latest time; null if no point has a time.</summary>
    public static (DateTimeOffset Start, DateTimeOffset End)? FindSpan(ActivityStreams streams)
    {
        var earliest = -1;
        var latest = -1;
        for (var i = 0; i < streams.Time.Length; i++)
        {
            var seconds = streams.Time[i];
            if (double.IsNaN(seconds))
            {
                continue;
            }

            if (earliest < 0 || seconds < streams.Time[earliest])
            {
                earliest = i;
            }

            if (latest < 0 || seconds >= streams.Time[latest])
            {
                latest = i;
            }
        }

        if (earliest >= 0 && streams.TimeOf(earliest) is { } start && streams.TimeOf(latest) is { } end)
        {
            return (start, end);
        }

        return null;
    }
}
