using System.Diagnostics;
using System.Text.Json;

namespace StravaTools.Activities.Tests.Oracles;

/// <summary>What Garmin's official JavaScript SDK reads of the corpus, by path and message. node runs once for all files.</summary>
public sealed class FitSdk
{
    private readonly Dictionary<string, List<JsonElement>> _lines = new(StringComparer.Ordinal);

    public FitSdk()
    {
        var folder = OraclesFolder();
        SkipReason = Corpus.Root is null ? "The corpus of real files (shared/corpus beside the repository) is absent."
            : !Directory.Exists(Path.Combine(folder, "node_modules", "@garmin", "fitsdk")) ? "Garmin's SDK is absent: npm ci --prefix tests/Oracles."
            : Run(folder);
    }

    /// <summary>Why there is nothing to compare with; null if there is.</summary>
    public string? SkipReason { get; }

    /// <summary>The messages of a kind, in the order of the file.</summary>
    public JsonElement[] Messages(string path, string kind) =>
        [.. _lines[path].Where(line => line.GetProperty("message").GetString() == kind).Select(line => kind == "end" ? line : line.GetProperty("fields"))];

    private string? Run(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Corpus.Root!, "fit")).Order(StringComparer.Ordinal);
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in files.Prepend("dump-fit.mjs"))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var node = Process.Start(start)!;
            while (node.StandardOutput.ReadLine() is { } text)
            {
                var line = JsonDocument.Parse(text).RootElement;
                var path = "fit/" + Path.GetFileName(line.GetProperty("path").GetString());
                (_lines.TryGetValue(path, out var lines) ? lines : _lines[path] = []).Add(line);
            }

            node.WaitForExit();
            return node.ExitCode == 0 ? null : throw new InvalidOperationException($"node ended with {node.ExitCode}.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return $"node cannot be started: {e.Message}.";
        }
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
