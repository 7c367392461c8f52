using StravaTools.Analyzers.Tests.Harness;

namespace StravaTools.Analyzers.Tests.House;

/// <summary>A file of the repository, by its path from the root with slashes.</summary>
internal sealed record HouseFile(string Path, string Text)
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The lines, without the empty one that follows the last line break.</summary>
    public IReadOnlyList<string> Lines { get; } = Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>The code and the documents below <c>src</c>, the help pages, and the documents at the top.</summary>
    public static IReadOnlyList<HouseFile> ReadSource() =>
    [
        .. Below("src", "*.cs").Concat(Below("src", "*.md")).Concat(Below("src", "*.txt")).Concat(Below("src", "*.targets"))
            .Concat(Below("module/docs", "*.md")).Concat(Below(".github", "*.*")).Concat(["README.md", "CHANGELOG.md"])
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    /// <summary>The code and the documents below <c>tests</c>, except for this folder, which contains the word lists.</summary>
    public static IReadOnlyList<HouseFile> ReadTests() =>
    [
        .. Below("tests", "*.cs").Concat(Below("tests", "*.md")).Concat(Below("tests", "*.clauses"))
            .Where(path => !path.StartsWith("tests/StravaTools.Analyzers.Tests/House/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    private static HouseFile Read(string path) => new(path, File.ReadAllText(Repository.PathOf(path)));

    private static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Repository.PathOf(), path).Replace('\\', '/'))
            .Where(path => !path.Split(Separators).Any(part => part is "bin" or "obj" or "node_modules"));
}
