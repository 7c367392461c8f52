using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Pages;

/// <summary>Writes the time in zones of heart rate and power.</summary>
internal static class ZonesSection
{
    /// <summary>Writes the zones of the sensors that the activity has.</summary>
    public static void WriteSensors(PageBuilder page, ActivityMeasures measures)
    {
        WriteZones(page, "Heart rate zones", "bpm", measures.HeartRateZones);
        WriteZones(page, "Power zones", "W", measures.PowerZones);
    }

    private static void WriteZones(PageBuilder page, string title, string unit, ImmutableArray<ZoneTime> zones)
    {
        if (zones.IsEmpty)
        {
            return;
        }

        var longest = Math.Max(1, zones.Max(zone => zone.Time.TotalSeconds));
        PageTable.BeginTable(page, title, [new("Zone", ""), new("Range", unit), new("Time", ""), new("", "")]);
        foreach (var zone in zones)
        {
            page.AddMarkup($"<tr><td>Z{zone.Number}</td><td>{DescribeRange(zone)}</td><td>{DurationText.Format(zone.Time)}</td>");
            page.AddLine($"<td class=\"bar\">{PageTable.RenderBar($"zone{zone.Number}", zone.Time.TotalSeconds / longest)}</td></tr>");
        }

        PageTable.EndTable(page);
    }

    private static string DescribeRange(ZoneTime zone)
    {
        if (zone.Maximum is { } maximum)
        {
            return $"{PageText.FormatNumber(zone.Minimum)}–{PageText.FormatNumber(maximum - 1)}";
        }

        return $"from {PageText.FormatNumber(zone.Minimum)}";
    }
}
