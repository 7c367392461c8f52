using System.Globalization;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.PowerShell.Views;

/// <summary>The texts in the cells of the views. Numbers follow the culture of the session; dates are ISO 8601 everywhere.</summary>
public static class CellText
{
    private const int MinPathWidth = 12;

    /// <summary>A path relative to a folder if that is shorter, cut at the beginning rather than at the name of the file.</summary>
    /// <param name="path">The path; null for an empty cell.</param>
    /// <param name="folder">The current folder of the session.</param>
    /// <param name="width">The width of the cell.</param>
    public static string FitPath(string? path, string? folder, int width)
    {
        var text = path ?? "";
        if (Path.IsPathRooted(text) && !string.IsNullOrEmpty(folder)
            && Path.GetRelativePath(folder, text) is var relative && relative.Length < text.Length)
        {
            text = relative;
        }

        width = Math.Max(width, MinPathWidth);
        return text.Length > width ? $"\u2026{text[^(width - 1)..]}" : text;
    }

    /// <summary>Breaks a text into lines between words; PowerShell itself breaks them anywhere.</summary>
    /// <param name="text">The text; null for an empty cell.</param>
    /// <param name="width">The width of the cell. Longer words are not broken.</param>
    public static string WrapWords(string? text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in (text ?? "").Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length > 0 ? $"{line} {word}" : word;
        }

        return string.Join('\n', lines.Append(line));
    }

    /// <summary>Meters as kilometers with two decimals.</summary>
    public static string FormatKilometers(double? meters) => FormatNumber(meters / 1000, "0.00");

    /// <summary>The distance of an activity in kilometers: the one in the file, otherwise the one of the points.</summary>
    public static string FormatDistance(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return FormatKilometers(activity.Distance ?? DistanceAnalysis.TotalDistance(activity.Streams));
    }

    /// <summary>The usage of a rate limit, such as "16 of 2,000"; values that Strava did not report are "unknown".</summary>
    public static string FormatUsage(long? usage, long? limit) => $"{FormatCount(usage)} of {FormatCount(limit)}";

    /// <summary>A number in the culture of the session; empty for null.</summary>
    public static string FormatNumber(double? number, string format = "0.#") =>
        number?.ToString(format, CultureInfo.CurrentCulture) ?? "";

    /// <summary>A duration as h:mm:ss; empty for null.</summary>
    public static string FormatDuration(TimeSpan? duration)
    {
        if (duration is { } value)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(value.TotalHours)}:{value:mm\\:ss}");
        }

        return "";
    }

    /// <summary>A number of seconds as h:mm:ss; empty for null.</summary>
    public static string FormatSeconds(double? seconds) =>
        FormatDuration(seconds is { } value ? TimeSpan.FromSeconds(value) : null);

    /// <summary>The place of a finding in its file: line and column, or the byte; empty if it is the file itself.</summary>
    public static string FormatPlace(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Line is { } line)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{line}:{finding.Column}");
        }

        if (finding.Offset is { } offset)
        {
            return string.Create(CultureInfo.InvariantCulture, $"byte {offset}");
        }

        return "";
    }

    private static string FormatCount(long? count) => count?.ToString("N0", CultureInfo.CurrentCulture) ?? "unknown";
}
