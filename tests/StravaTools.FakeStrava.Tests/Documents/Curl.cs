using System.Diagnostics;
using System.Text.Json;

namespace StravaTools.FakeStrava.Tests.Documents;

/// <summary>Runs a documented curl command in a shell; skips the test without curl or a shell.</summary>
internal static class Curl
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="command">As in the document.</param>
    /// <param name="server">Replaces https://www.strava.com/.</param>
    /// <param name="files">The files in the folder where the command runs.</param>
    public static async Task<CurlAnswer> RunAsync(string command, Uri server, IReadOnlyDictionary<string, byte[]> files)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are written for a POSIX shell.");
        RequiredTool.OnPath("curl");
        var folder = Directory.CreateTempSubdirectory("stravatools-curl-");
        try
        {
            foreach (var (name, bytes) in files)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), bytes);
            }

            // Headers without progress, set in curl's own configuration, so that the command remains unchanged.
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".curlrc"), "silent\nshow-error\ninclude\n");
            return await RunInAsync(folder.FullName, ForFake(command, server));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string ForFake(string command, Uri server) => command
        .Replace("https://www.strava.com/", server.AbsoluteUri, StringComparison.Ordinal)
        .Replace("/Users/serenawilliams/Downloads/", "", StringComparison.Ordinal);

    private static async Task<CurlAnswer> RunInAsync(string folder, string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command + "\n"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CURL_HOME"] = folder, ["HOME"] = folder, ["NO_PROXY"] = "*" },
        };
        using var shell = Process.Start(start)!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal((0, ""), (shell.ExitCode, await error));
        return CurlAnswer.Parse(await output);
    }
}

/// <summary>The output of curl: status line, headers, and body.</summary>
internal sealed record CurlAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public static CurlAnswer Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        // "100 Continue" comes before the answer of a large upload.
        while (text.StartsWith("HTTP/1.1 100", StringComparison.Ordinal))
        {
            text = text[(end + 4)..];
            end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        }

        var lines = text[..end].Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return new CurlAnswer(int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), headers,
            text[(end + 4)..]);
    }
}
