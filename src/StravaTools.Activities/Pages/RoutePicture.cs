using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Pages;

/// <summary>Writes the picture of the route with start, end, distances, findings, and a scale.</summary>
internal static class RoutePicture
{
    private const int MostDistances = 10;

    /// <summary>Writes the picture; nothing without a visible position.</summary>
    public static void WritePicture(PageBuilder page, ActivityView view)
    {
        if (view.Map is not { } map)
        {
            return;
        }

        var line = RouteLine.DrawPath(map, view.Route);
        page.AddLine($"""
            <figure class="card route">
            <svg viewBox="0 0 {RouteMap.Width} {map.Height}" role="img" aria-label="Route">
            <path class="case" d="{line}"/><path class="line" d="{line}"/><path class="picked" d=""/>
            """);
        WriteDistances(page, view, map);
        WriteEnds(page, view, map);
        WriteMarks(page, view, map);
        page.AddLine("<circle class=\"dot\" r=\"6\" cx=\"-20\" cy=\"-20\"/>");
        WriteScale(page, map);
        page.AddLine($"</svg><figcaption>{DescribeSigns(view)}</figcaption></figure>");
    }

    private static void WriteDistances(PageBuilder page, ActivityView view, RouteMap map)
    {
        var meters = view.Rows.Meters;
        if (!view.HasDistance || meters[^1] < 1000)
        {
            return;
        }

        var step = Math.Max(1000, NiceSteps.Choose(meters[^1] / MostDistances));
        var next = step;
        for (var row = 0; row < meters.Length; row++)
        {
            if (meters[row] < next)
            {
                continue;
            }

            if (map.Locate(view.Rows.LastPoint(row)) is var (x, y))
            {
                page.AddMarkup($"<g class=\"distance\"><circle cx=\"{x}\" cy=\"{y}\" r=\"8\"/>");
                page.AddLine($"<text x=\"{x}\" y=\"{y}\">{next / 1000}</text></g>");
            }

            next = (Math.Floor(meters[row] / step) + 1) * step;
        }
    }

    /// <summary>Hidden ends are not marked: the marks would show where the route leaves the circle.</summary>
    private static void WriteEnds(PageBuilder page, ActivityView view, RouteMap map)
    {
        if (view.HiddenRadius > 0)
        {
            return;
        }

        int[] placed = [.. Enumerable.Range(0, view.Route.Count).Where(view.Route.HasPosition)];
        if (map.Locate(placed[^1]) is var (endX, endY))
        {
            var (left, top) = (endX - 7, endY - 7);
            page.AddLine($"<rect class=\"end\" x=\"{left}\" y=\"{top}\" width=\"14\" height=\"14\" rx=\"2.5\"><title>End</title></rect>");
        }

        if (map.Locate(placed[0]) is var (startX, startY))
        {
            page.AddLine($"<circle class=\"start\" cx=\"{startX}\" cy=\"{startY}\" r=\"5\"><title>Start</title></circle>");
        }
    }

    private static void WriteMarks(PageBuilder page, ActivityView view, RouteMap map)
    {
        foreach (var mark in view.Marks)
        {
            if (mark.Point is { } point && map.Locate(point) is var (x, y))
            {
                var style = FindingsSection.StyleOf(mark.Finding.Severity);
                page.AddMarkup($"<a class=\"mark {style}\" href=\"#finding-{mark.Number}\"><circle cx=\"{x}\" cy=\"{y}\" r=\"10\"/>");
                page.AddMarkup($"<text x=\"{x}\" y=\"{y}\">{mark.Number}</text>");
                page.AddLine($"<title>{mark.Finding.RuleId}: {mark.Finding.What}</title></a>");
            }
        }
    }

    private static void WriteScale(PageBuilder page, RouteMap map)
    {
        var meters = NiceSteps.Choose(70 / map.Scale);
        var (width, bottom) = (meters * map.Scale, map.Height - 12);
        var label = meters < 1000 ? MessageText.Format($"{meters:0} m") : MessageText.Format($"{meters / 1000:0} km");
        page.AddMarkup($"<g class=\"scale\"><path d=\"M14 {bottom - 5}V{bottom}H{14 + width}V{bottom - 5}\"/>");
        page.AddLine($"<text x=\"{20 + width}\" y=\"{bottom}\">{label}</text></g>");
    }

    private static Markup DescribeSigns(ActivityView view)
    {
        List<string> signs = [];
        if (view.HiddenRadius > 0)
        {
            signs.Add($"Positions within {PageText.FormatNumber(view.HiddenRadius)} m of start and end are not part of this file");
        }
        else
        {
            signs.Add("<span class=\"sign start\"></span>Start");
            signs.Add("<span class=\"sign end\"></span>End");
        }

        if (view.HasDistance && view.Rows.Meters[^1] >= 1000)
        {
            signs.Add("<span class=\"sign distance\"></span>Kilometers");
        }

        if (view.Marks.Any(mark => mark.Point is not null))
        {
            signs.Add("<span class=\"sign finding\"></span>Finding");
        }

        return new Markup(string.Join("", signs.Select(sign => $"<span>{sign}</span>")));
    }
}
