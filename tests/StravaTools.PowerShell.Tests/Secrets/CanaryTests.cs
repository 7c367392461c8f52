using System.Diagnostics;
using System.Net;
using System.Text;
using StravaTools.PowerShell.Tests.Pester;

namespace StravaTools.PowerShell.Tests.Secrets;

/// <summary>
/// Secrets go through every cmdlet, to servers and a proxy that return them. They do not appear in the output, in any stream, in error
/// records, or in the transcript, and the proxy receives no request for this machine.
/// </summary>
[TimeLimit(120)]
public sealed class CanaryTests
{
    /// <summary>What a user could read, with characters that each encoding changes. CANARY is in no other text.</summary>
    private static readonly Dictionary<string, string> Secrets = new(StringComparer.Ordinal)
    {
        ["SECRET_TOKEN"] = "CANARY-TOKEN-5b1d+/=",
        ["SECRET_KEY"] = "CANARY-KEY-5b1d",
        ["SECRET_SECRET"] = "CANARY-SECRET-5b1d+/=%",
        ["SECRET_CODE"] = "CANARY-CODE-5b1d",
        ["SECRET_REFRESH"] = "CANARY-REFRESH-5b1d+/=",
        ["SECRET_SIGNATURE"] = "CANARY-SIGNATURE-5b1d",
    };

    [Fact]
    public async Task Echoed_secrets_appear_nowhere()
    {
        await using var server = new EchoServer();
        await using var proxy = new EchoServer();
        using var folders = new RunFolders();
        var proxyAddress = new UriBuilder(proxy.Uri) { UserName = "user", Password = "CANARY-PROXY" }.Uri.AbsoluteUri;
        string[] urls = [.. EchoServer.Forms.Select(form => new Uri(server.Uri, form + "/").AbsoluteUri), "https://proxied.example/"];
        WriteFiles(folders.Current);
        var start = TestPowerShell.Script(
            Repository.PathOf("tests", "Module", "EveryCmdlet.ps1"), folders,
            [Repository.PathOf("StravaTools.psd1"), folders.Current, string.Join(' ', urls)]);
        foreach (var (name, value) in Secrets)
        {
            start.Environment[name] = value;
        }

        // It goes to a database, and not to the server.
        start.Environment["SECRET_STORE"] = "CANARY-STORE-5b1d";
        start.Environment["STRAVATOOLS_TOKEN_STORE"] = Path.Combine(folders.Current, "tokens");
        start.Environment["http_proxy"] = start.Environment["https_proxy"] = start.Environment["all_proxy"] = proxyAddress;
        start.Environment["no_proxy"] = null;
        var shown = await RunAsync(start);
        shown += await File.ReadAllTextAsync(Path.Combine(folders.Current, "transcript.txt"), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("NO CASE", shown, StringComparison.Ordinal);
        Assert.Contains("ERRORS Disconnect-Strava", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("LedgerInsideFolder", shown, StringComparison.Ordinal);
        Assert.Contains("DatabaseNotUsable", shown, StringComparison.Ordinal);
        Assert.Contains("ConnectionStringInvalid", shown, StringComparison.Ordinal);
        AssertSent(server);
        Assert.All(proxy.Requests, request => Assert.StartsWith("CONNECT proxied.example:443", request, StringComparison.Ordinal));
        Assert.Contains(proxy.Requests, request => request.Contains("Proxy-Authorization", StringComparison.Ordinal));
        Assert.DoesNotContain(proxy.Requests, request => request.Contains("CANARY", StringComparison.Ordinal));
        Assert.Empty(FindSecrets(shown));
    }

    /// <summary>The test itself works: each secret reached the server.</summary>
    private static void AssertSent(EchoServer server)
    {
        var sent = string.Join('\n', server.Requests) + WebUtility.UrlDecode(string.Join('\n', server.Requests));
        Assert.All(Secrets.Values.Append("CANARY-refresh"), secret => Assert.Contains(secret, sent, StringComparison.Ordinal));
    }

    /// <summary>The lines with a secret, plain or as Base64 of the application's credentials.</summary>
    private static IEnumerable<string> FindSecrets(string shown)
    {
        string[] encoded =
        [
            .. new[] { "12", "13" }.Select(id => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{Secrets["SECRET_SECRET"]}"))),
        ];
        return shown.Split('\n')
            .Where(line => line.Contains("CANARY", StringComparison.OrdinalIgnoreCase)
                || encoded.Any(secret => line.Contains(secret, StringComparison.Ordinal)))
            .Take(5);
    }

    private static void WriteFiles(string folder)
    {
        File.Copy(Repository.PathOf("module", "samples", "finish.jpg"), Path.Combine(folder, "photo.jpg"));
        var points = string.Concat(Enumerable.Range(0, 10).Select(i =>
            $"<trkpt lat=\"47.0{i}\" lon=\"8.5\"><time>2026-01-05T06:0{i}:00Z</time></trkpt>"));
        var ride = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "rides")).FullName, "ride.gpx");
        File.WriteAllText(ride,
            "<gpx version=\"1.1\" creator=\"tests\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><type>running</type>"
            + $"<trkseg>{points}</trkseg></trk></gpx>");
        File.SetLastWriteTimeUtc(ride, DateTime.UnixEpoch.AddYears(56));
    }

    private static async Task<string> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return await output + await error;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
