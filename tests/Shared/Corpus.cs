using System.Text.Json;

namespace StravaTools.Tests;

/// <summary>
/// Real activity files with the results of independent decoders. They are not part of the repository because of their licenses: they
/// are expected in shared/corpus next to it, and tests that need them are skipped without them.
/// </summary>
internal static class Corpus
{
    private const string Absent = "(absent)";

    private static readonly Dictionary<string, JsonElement> ByPath = Load();

    /// <summary>The folder of the corpus; null if the corpus is not available.</summary>
    public static string? Root => FindRoot();

    /// <summary>
    /// The paths of the files in a folder of the corpus, relative to <see cref="Root"/>, such as fit/name.fit. Without the corpus,
    /// one row whose test is skipped when it reads the file.
    /// </summary>
    public static TheoryData<string> Entries(string folder)
    {
        var paths = ByPath.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ToArray();
        return paths.Length == 0 ? [Absent] : [.. paths];
    }

    /// <summary>The results of the decoders for a file. Skips the test if the corpus is not available.</summary>
    public static JsonElement Expected(string path)
    {
        Require();
        return ByPath[path];
    }

    /// <summary>The bytes of a file. Skips the test if the corpus is not available.</summary>
    public static byte[] Read(string path)
    {
        Require();
        return File.ReadAllBytes(Path.Combine(Root!, path));
    }

    /// <summary>Skips the test if the corpus is not available.</summary>
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
