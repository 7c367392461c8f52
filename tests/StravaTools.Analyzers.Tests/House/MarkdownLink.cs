namespace StravaTools.Analyzers.Tests.House;

/// <summary>A link from a Markdown file to another file or to a heading.</summary>
/// <param name="Line">The line of the link; the first is 1.</param>
/// <param name="Target">The target as written, for example <c>../docs/page.md#heading</c>.</param>
internal sealed record MarkdownLink(int Line, string Target)
{
    /// <summary>Links to the web are not checked.</summary>
    public bool IsRelative => !Target.Contains("://", StringComparison.Ordinal) && !Target.StartsWith("mailto:", StringComparison.Ordinal);

    /// <summary>The path relative to the file, or nothing if the link is to a heading of the same file.</summary>
    public string Path => Uri.UnescapeDataString(Target.Split('#')[0]);

    /// <summary>The anchor of the heading, or null.</summary>
    public string? Anchor => Target.Split('#') is [_, var anchor] ? anchor : null;
}
