namespace StravaTools.Activities.Pages;

/// <summary>The colors of drawings in a terminal, which its theme defines.</summary>
internal static class AnsiColor
{
    private const string Reset = "\u001B[0m";

    /// <summary>A text in the color of a part of the drawing.</summary>
    public static string PaintText(string text, string part) => $"\u001B[{CodeOf(part)}m{text}{Reset}";

    private static string CodeOf(string part) => part switch
    {
        "title" => "1",
        "route" => "33",
        "speed" => "34",
        "heart" => "31",
        "power" => "35",
        "cadence" => "32",
        _ => "36",
    };
}
