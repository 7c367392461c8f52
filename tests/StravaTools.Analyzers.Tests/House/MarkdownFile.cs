using System.Text.RegularExpressions;

namespace StravaTools.Analyzers.Tests.House;

/// <summary>The links and the anchors of a Markdown file. Code is not read.</summary>
internal sealed partial class MarkdownFile
{
    private static readonly string[] Folders = [".github", "module", "src", "tests"];

    private MarkdownFile(string path, string text)
    {
        Path = path;
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var links = new List<MarkdownLink>();
        foreach (var (number, line) in ProseLines(text))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                anchors.Add(FreeAnchor(heading.Groups["text"].Value, anchors));
            }

            links.AddRange(Link().Matches(InlineCode().Replace(line, ""))
                .Select(link => new MarkdownLink(number, link.Groups["target"].Value)));
        }

        (Anchors, Links) = (anchors, links);
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The anchors of the headings, as on GitHub.</summary>
    public IReadOnlySet<string> Anchors { get; }

    public IReadOnlyList<MarkdownLink> Links { get; }

    /// <summary>
    /// All Markdown files of the repository, except for the readmes of packages: their links lead to files in the package.
    /// </summary>
    public static IEnumerable<MarkdownFile> ReadAll() =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(Harness.Repository.PathOf(folder), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Harness.Repository.PathOf(), "*.md"))
            .Where(path => !path.Split(System.IO.Path.DirectorySeparatorChar)
                .Any(part => part is "bin" or "obj" or "node_modules" or "package-readme.md"))
            .Order(StringComparer.Ordinal).Select(Read);

    public static MarkdownFile Read(string path) => new(path, File.ReadAllText(path));

    public static MarkdownFile Parse(string path, string text) => new(path, text);

    /// <summary>Why a link is broken; null if it is not.</summary>
    public string? Explain(MarkdownLink link)
    {
        if (link.Path.Length == 0)
        {
            return ExplainAnchor(link, this);
        }

        var target = System.IO.Path.GetFullPath(link.Path, System.IO.Path.GetDirectoryName(Path)!);
        if (!File.Exists(target) && !Directory.Exists(target))
        {
            return $"{Path}({link.Line}): '{link.Target}' does not exist.";
        }

        return link.Anchor is null ? null : ExplainAnchor(link, Read(target));
    }

    private string? ExplainAnchor(MarkdownLink link, MarkdownFile target) =>
        target.Anchors.Contains(link.Anchor!) ? null : $"{Path}({link.Line}): '{link.Target}' has no such heading.";

    private static IEnumerable<(int Number, string Line)> ProseLines(string text)
    {
        var isCode = false;
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            if (!isCode && !isFence)
            {
                yield return (number, line);
            }
        }
    }

    /// <summary>GitHub appends a number if a heading occurs again.</summary>
    private static string FreeAnchor(string heading, HashSet<string> used)
    {
        var anchor = Punctuation().Replace(Link().Replace(heading, "${text}").ToLowerInvariant(), "").Replace(' ', '-');
        return Enumerable.Range(1, int.MaxValue - 1).Select(copy => $"{anchor}-{copy}").Prepend(anchor)
            .First(candidate => !used.Contains(candidate));
    }

    [GeneratedRegex("^#{1,6} (?<text>.+?)( #+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"\[(?<text>[^\]]*)\](\((?<target>[^)\s]+)( ""[^""]*"")?\)|: *(?<target>\S+)$)", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"[^\p{L}\p{N}\-_ ]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Punctuation();
}
