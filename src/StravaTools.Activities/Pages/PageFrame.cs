namespace StravaTools.Activities.Pages;

/// <summary>
/// Beginning and end of every page. Its policy allows its own style and script by their hashes and nothing else: no network, no other
/// script, and no form.
/// </summary>
internal static class PageFrame
{
    /// <summary>Writes everything up to the content.</summary>
    /// <param name="page">The page.</param>
    /// <param name="title">The title.</param>
    /// <param name="script">The script that <see cref="EndPage"/> writes.</param>
    public static void BeginPage(PageBuilder page, string title, PageResource script)
    {
        var own = $"style-src {PageResource.Style.Hash}; script-src {script.Hash}";
        var policy = $"default-src 'none'; {own}; base-uri 'none'; form-action 'none'";
        page.AddLine($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{new Markup(policy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{title}</title>
            <style>{PageResource.Style.Text}</style>
            </head>
            <body>
            <main>
            """);
    }

    /// <summary>Writes everything after the content.</summary>
    /// <param name="page">The page.</param>
    /// <param name="note">The last line of the page.</param>
    /// <param name="script">The script of the page.</param>
    public static void EndPage(PageBuilder page, string note, PageResource script) => page.AddLine($"""
        <footer>{note}</footer>
        </main>
        <script>{script.Text}</script>
        </body>
        </html>
        """);
}
