using System.Text.Json;

namespace StravaTools.Tests;

/// <summary>
/// Real activity files with what independent decoders say of them. They are not part of the repository (their licences are their own): they are
/// looked for in shared/corpus beside it, and tests that need them skip where they are absent.
/// </summary>
internal static class Corpus
{
    private const string Absent = "(absent)";

    private static readonly Dictionary<string, JsonElement> ByPath = Load();

    /// <summary>The folder of the corpus; null where there is none.</summary>
    public static string? Root => FindRoot();

    /// <summary>
    /// The paths of the files in a folder of the corpus, relative to <see cref="Root"/>, as fit/name.fit. Where the corpus is absent it is one
    /// row, whose test skips as soon as it asks for the file.
    /// </summary>
    public static TheoryData<string> Entries(string folder)
    {
        var paths = ByPath.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        return paths.Length == 0 ? [Absent] : [.. paths];
    }

    /// <summary>What the decoders say of a file. Skips the test where the corpus is absent.</summary>
    public static JsonElement Expected(string path)
    {
        Require();
        return ByPath[path];
    }

    /// <summary>The bytes of a file. Skips the test where the corpus is absent.</summary>
    public static byte[] Read(string path)
    {
        Require();
        return File.ReadAllBytes(Path.Combine(Root!, path));
    }

    /// <summary>Skips the test where the corpus is absent.</summary>
    public static void Require()
    {
        if (Root is null)
        {
            Assert.Skip("The corpus of real files (shared/corpus beside the repository) is absent.");
        }
    }

    private static Dictionary<string, JsonElement> Load() => Root is null
        ? []
        : File.ReadLines(Path.Combine(Root, "expected.jsonl"))
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(entry => entry.GetProperty("path").GetString()!, StringComparer.Ordinal);

    private static string? FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "shared", "corpus");
            if (File.Exists(Path.Combine(corpus, "expected.jsonl")))
            {
                return corpus;
            }
        }

        return null;
    }
}
