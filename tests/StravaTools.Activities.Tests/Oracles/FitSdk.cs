using System.Diagnostics;
using System.Text.Json;

namespace StravaTools.Activities.Tests.Oracles;

/// <summary>The corpus as read by Garmin's official JavaScript SDK, by path and message. node runs once for all files.</summary>
public sealed class FitSdk
{
    private readonly Lazy<Dictionary<string, List<JsonElement>>> _lines = new(ReadCorpus);

    /// <summary>The messages of a kind, in the order of the file. Skips the test if the corpus, node, or the SDK is absent.</summary>
    public JsonElement[] Messages(string path, string kind)
    {
        Require();
        return [.. _lines.Value[path].Where(line => line.GetProperty("message").GetString() == kind)
            .Select(line => kind == "end" ? line : line.GetProperty("fields"))];
    }

    /// <summary>Skips the test if the corpus, node, or the SDK is absent.</summary>
    public static void Require()
    {
        Corpus.Require();
        RequiredTool.NodePackage(OraclesFolder(), "@garmin/fitsdk");
    }

    private static Dictionary<string, List<JsonElement>> ReadCorpus() =>
        Decode(Directory.GetFiles(Path.Combine(Corpus.Root!, "fit")).Order(StringComparer.Ordinal));

    /// <summary>The messages of files, by "fit/" and the file name, decoded in one process.</summary>
    internal static Dictionary<string, List<JsonElement>> Decode(IEnumerable<string> files)
    {
        var linesByPath = new Dictionary<string, List<JsonElement>>(StringComparer.Ordinal);
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = OraclesFolder(),
            RedirectStandardOutput = true,
            UseShellExecute = false
        };
        foreach (var argument in files.Prepend("dump-fit.mjs"))
        {
            start.ArgumentList.Add(argument);
        }

        using var node = Process.Start(start)!;
        while (node.StandardOutput.ReadLine() is { } text)
        {
            var line = JsonDocument.Parse(text).RootElement;
            var path = "fit/" + Path.GetFileName(line.GetProperty("path").GetString());
            (linesByPath.TryGetValue(path, out var lines) ? lines : linesByPath[path] = []).Add(line);
        }

        node.WaitForExit();
        return node.ExitCode == 0 ? linesByPath : throw new InvalidOperationException($"node ended with exit code {node.ExitCode}.");
    }

    internal static string OraclesFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "StravaTools.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "tests", "Oracles");
    }
}
