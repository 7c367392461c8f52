using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Pages;

/// <summary>Writes laps, splits, best efforts, best powers, sets, and pool lengths.</summary>
internal static class TablesSection
{
    /// <summary>Writes the tables that have rows.</summary>
    public static void WriteTables(PageBuilder page, ActivityView view)
    {
        var measures = view.Measures;
        page.AddLine("<div class=\"tables\">");
        WriteStretches(page, view, "Laps", measures.Laps);
        WriteStretches(page, view, "Splits", measures.Splits);
        WriteEfforts(page, view);
        WritePowers(page, view);
        WriteSets(page, view.Activity.Sets);
        WriteLengths(page, view.Activity.Lengths);
        page.AddLine("</div>");
    }

    private static void WriteStretches(PageBuilder page, ActivityView view, string title, ImmutableArray<ActivityStretch> stretches)
    {
        if (stretches.Length < 2)
        {
            return;
        }

        var columns = StretchColumn.Choose(view, stretches);
        PageTable.BeginTable(page, title, [.. columns.Select(column => new Heading(column.Title, column.Unit)), new Heading("", "")]);
        var fastest = FindLongestBar(stretches);
        foreach (var stretch in stretches)
        {
            PageTable.BeginRow(page, view.Rows.RowOf(stretch.FirstPoint), view.Rows.RowOf(stretch.LastPoint));
            foreach (var column in columns)
            {
                page.AddMarkup($"<td>{column.Format(stretch)}</td>");
            }

            page.AddLine($"<td class=\"bar\">{PageTable.RenderBar("speed", (stretch.AverageSpeed ?? 0) / fastest)}</td></tr>");
        }

        PageTable.EndTable(page);
    }

    /// <summary>The speed of the longest bar: one impossible speed must not shorten all others.</summary>
    private static double FindLongestBar(ImmutableArray<ActivityStretch> stretches)
    {
        double[] speeds = [.. stretches.Select(stretch => stretch.AverageSpeed ?? 0).Order()];
        return Math.Max(0.1, Math.Min(speeds[^1], 3 * speeds[speeds.Length / 2]));
    }

    private static void WriteEfforts(PageBuilder page, ActivityView view)
    {
        var efforts = view.Measures.BestEfforts;
        if (efforts.IsEmpty || !view.HasTime)
        {
            return;
        }

        PageTable.BeginTable(page, "Best efforts", new("Distance", ""), new("Time", ""), StretchColumn.SpeedHeading(view));
        foreach (var effort in efforts)
        {
            var speed = effort.Distance / effort.ElapsedTime.TotalSeconds;
            PageTable.BeginRow(page, view.Rows.RowOf(effort.FirstPoint), view.Rows.RowOf(effort.LastPoint));
            page.AddMarkup($"<td>{effort.Name}</td><td>{DurationText.Format(effort.ElapsedTime)}</td>");
            page.AddLine($"<td>{StretchColumn.FormatSpeed(view, speed)}</td></tr>");
        }

        PageTable.EndTable(page);
    }

    private static void WritePowers(PageBuilder page, ActivityView view)
    {
        var powers = view.Measures.BestPowers;
        if (powers.IsEmpty)
        {
            return;
        }

        PageTable.BeginTable(page, "Best powers", [new("Duration", ""), new("Power", "W"), new("Start", ""), new("", "")]);
        foreach (var power in powers)
        {
            PageTable.BeginRow(page, RowAt(view, power.StartOffset), RowAt(view, power.StartOffset + power.Duration));
            page.AddMarkup($"<td>{DurationText.Format(power.Duration)}</td><td>{PageText.FormatNumber(power.Power)}</td>");
            page.AddMarkup($"<td>{DurationText.Format(power.StartOffset)}</td>");
            page.AddLine($"<td class=\"bar\">{PageTable.RenderBar("power", power.Power / powers.Max(other => other.Power))}</td></tr>");
        }

        PageTable.EndTable(page);
    }

    private static int RowAt(ActivityView view, TimeSpan offset)
    {
        var found = Array.BinarySearch(view.Rows.Seconds, offset.TotalSeconds);
        return Math.Clamp(found >= 0 ? found : ~found, 0, view.Rows.Count - 1);
    }

    private static void WriteSets(PageBuilder page, ImmutableArray<WorkoutSet> sets)
    {
        if (!sets.Any(set => !set.IsRest))
        {
            return;
        }

        PageTable.BeginTable(page, "Sets", [new("Exercise", ""), new("Repetitions", ""), new("Weight", "kg"), new("Duration", "")]);
        foreach (var set in sets.Where(set => !set.IsRest))
        {
            var name = PageText.FormatConstant(set.StravaExercise ?? set.ExerciseType ?? "Exercise");
            page.AddMarkup($"<tr><td>{name}</td><td>{FormatKnown(set.Repetitions)}</td><td>{FormatKnown(set.Weight)}</td>");
            page.AddLine($"<td>{FormatKnown(set.Duration)}</td></tr>");
        }

        PageTable.EndTable(page);
    }

    private static void WriteLengths(PageBuilder page, ImmutableArray<PoolLength> lengths)
    {
        if (!lengths.Any(length => length.IsActive))
        {
            return;
        }

        PageTable.BeginTable(page, "Pool lengths", [new("No.", ""), new("Stroke", ""), new("Time", ""), new("Strokes", "")]);
        var number = 0;
        foreach (var length in lengths.Where(length => length.IsActive))
        {
            number++;
            page.AddMarkup($"<tr><td>{number}</td><td>{length.SwimStroke}</td>");
            page.AddLine($"<td>{FormatKnown(length.ElapsedTime)}</td><td>{FormatKnown(length.Strokes)}</td></tr>");
        }

        PageTable.EndTable(page);
    }

    private static string FormatKnown(TimeSpan? time) => time is { } known ? DurationText.Format(known) : "";

    private static string FormatKnown(double? value) => value is { } known ? MessageText.Format($"{known:0.##}") : "";
}
