using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Pages;

/// <summary>Writes tables.</summary>
internal static class PageTable
{
    /// <summary>Writes the beginning up to the first row.</summary>
    public static void BeginTable(PageBuilder page, string title, params ReadOnlySpan<Heading> columns)
    {
        page.AddMarkup($"<section class=\"card table\"><h2>{title}</h2><div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
        foreach (var column in columns)
        {
            page.AddMarkup($"<th scope=\"col\">{column.Title} <small>{column.Unit}</small></th>");
        }

        page.AddLine("</tr></thead><tbody>");
    }

    /// <summary>Begins a row that selects a part of the charts, from a row of the data to another.</summary>
    public static void BeginRow(PageBuilder page, int from, int to) => page.AddMarkup($"<tr data-from=\"{from}\" data-to=\"{to}\">");

    /// <summary>Writes the end.</summary>
    public static void EndTable(PageBuilder page) => page.AddLine("</tbody></table></div></section>");

    /// <summary>A bar with a share of its full length, from 0 to 1.</summary>
    public static Markup RenderBar(string style, double share)
    {
        var width = (int)Math.Round(100 * Math.Clamp(share, 0, 1));
        var bar = MessageText.Format($"<rect width=\"{width}\" height=\"10\"/>");
        return new Markup($"<svg class=\"{style}\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{bar}</svg>");
    }
}
