using System.Globalization;

namespace StravaTools.Activities.Pages;

/// <summary>Writes the stacked charts over time, or over distance without times.</summary>
internal static class TracesSection
{
    private const int MostTicks = 8;

    /// <summary>Writes the charts; nothing without points.</summary>
    public static void WriteCharts(PageBuilder page, ActivityView view)
    {
        if (view.Traces.Count == 0 || !(view.HasTime || view.HasDistance))
        {
            return;
        }

        page.AddLine("<section class=\"card traces\"><h2 class=\"sr\">Recording</h2>");
        WriteToolbar(page, view);
        page.AddLine("<div class=\"stack\" tabindex=\"0\" aria-label=\"Charts. Move the cursor with the arrow keys.\">");
        var positions = view.LocateRows();
        WriteMarks(page, view, positions);
        foreach (var trace in view.Traces)
        {
            WriteTrace(page, view, trace, positions);
        }

        WriteAxis(page, view);
        page.AddLine("<div class=\"band\" hidden></div><div class=\"cursor\" hidden></div></div>");
        page.AddLine("<dl class=\"selection\" hidden aria-live=\"polite\"></dl>");
        page.AddLine($"<script type=\"application/json\" class=\"data\">{TrackData.WriteJson(view)}</script></section>");
    }

    private static void WriteToolbar(PageBuilder page, ActivityView view)
    {
        page.AddMarkup($"<div class=\"toolbar\" hidden>");
        if (view.HasTime && view.HasDistance)
        {
            page.AddMarkup($"<div class=\"switch\" role=\"group\" aria-label=\"Horizontal axis\">");
            page.AddMarkup($"<button type=\"button\" data-axis=\"t\" aria-pressed=\"true\">Time</button>");
            page.AddMarkup($"<button type=\"button\" data-axis=\"d\" aria-pressed=\"false\">Distance</button></div>");
        }

        page.AddMarkup($"<output class=\"place\">Drag to select a part.</output>");
        page.AddLine("<button type=\"button\" class=\"zoom\" hidden>Zoom in</button>");
        page.AddLine("<button type=\"button\" class=\"all\" hidden>Show all</button></div>");
    }

    private static void WriteMarks(PageBuilder page, ActivityView view, double[] positions)
    {
        var marks = view.Marks.Where(mark => mark.Point is not null).ToArray();
        if (marks.Length == 0)
        {
            return;
        }

        page.AddLine("<div class=\"plot marks\"><span class=\"gutter\">Findings</span><svg>");
        foreach (var mark in marks)
        {
            var row = view.Rows.RowOf(mark.Point!.Value);
            var style = FindingsSection.StyleOf(mark.Finding.Severity);
            page.AddMarkup($"<svg class=\"at\" data-row=\"{row}\" x=\"{100 * positions[row]}%\">");
            page.AddMarkup($"<a class=\"mark {style}\" href=\"#finding-{mark.Number}\"><circle cy=\"11\" r=\"9\"/>");
            page.AddLine($"<text y=\"11\">{mark.Number}</text><title>{mark.Finding.RuleId}: {mark.Finding.What}</title></a></svg>");
        }

        page.AddLine("</svg></div>");
    }

    private static void WriteTrace(PageBuilder page, ActivityView view, Trace trace, double[] positions)
    {
        var axis = trace.Axis;
        var style = trace.IsArea ? "area" : "line";
        page.AddMarkup($"<div class=\"trace {trace.Key}\" data-key=\"{trace.Key}\" ");
        page.AddLine($"data-low=\"{FormatExactly(axis.Low)}\" data-high=\"{FormatExactly(axis.High)}\">");
        page.AddMarkup($"<h3>{trace.Title} <output></output> <small>{trace.Unit}<span class=\"note\">{trace.Note}</span></small></h3>");
        page.AddLine("<div class=\"plot\"><svg class=\"gutter\">");
        foreach (var tick in axis.Ticks)
        {
            page.AddMarkup($"<text x=\"100%\" y=\"{100 * axis.Locate(tick)}%\">{trace.FormatTick(tick)}</text>");
        }

        page.AddMarkup($"</svg><svg class=\"lines\" viewBox=\"0 0 {TraceChart.Width} {TraceChart.Height}\" ");
        page.AddMarkup($"preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{trace.Title}\">");
        foreach (var tick in axis.Ticks)
        {
            page.AddMarkup($"<path class=\"grid\" d=\"M0 {TraceChart.Height * axis.Locate(tick)}H{TraceChart.Width}\"/>");
        }

        foreach (var mark in view.Marks.Where(mark => mark.Point is not null))
        {
            var row = view.Rows.RowOf(mark.Point!.Value);
            var at = TraceChart.Width * positions[row];
            var severity = FindingsSection.StyleOf(mark.Finding.Severity);
            page.AddMarkup($"<path class=\"flag {severity}\" data-row=\"{row}\" d=\"M{at} 0V{TraceChart.Height}\"/>");
        }

        page.AddLine($"<path class=\"{style}\" d=\"{TraceChart.DrawPath(trace, positions, view.Rows.Seconds)}\"/></svg></div></div>");
    }

    private static void WriteAxis(PageBuilder page, ActivityView view)
    {
        var values = view.HasTime ? view.Rows.Seconds : view.Rows.Meters;
        var (first, last) = (values[0], values[^1]);
        var least = (last - first) / MostTicks;
        var step = view.HasTime ? NiceSteps.ChooseSeconds(least) : NiceSteps.Choose(least);
        page.AddMarkup($"<div class=\"plot axis\"><span class=\"gutter\"></span><svg>");
        for (var tick = Math.Ceiling(first / step) * step; tick <= last; tick += step)
        {
            page.AddMarkup($"<text x=\"{100 * (tick - first) / (last - first)}%\" y=\"14\">{AxisText.Format(tick, view.HasTime)}</text>");
        }

        page.AddLine("</svg></div>");
    }

    private static string FormatExactly(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
