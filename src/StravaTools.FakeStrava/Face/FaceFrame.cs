namespace StravaTools.FakeStrava.Face;

/// <summary>What all pages of the face have in common.</summary>
internal static class FaceFrame
{
    /// <param name="title">The title.</param>
    /// <param name="script">The script element; empty if the page has none.</param>
    /// <param name="content">Everything in the body.</param>
    public static Html Render(string title, Html script, Html content) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <link rel="icon" href="/__admin/face.svg">
        <link rel="stylesheet" href="/__admin/face.css">
        {script}
        </head>
        <body>
        {content}
        </body>
        </html>

        """;
}
