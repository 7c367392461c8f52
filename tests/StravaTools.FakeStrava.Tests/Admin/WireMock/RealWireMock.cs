using System.Diagnostics;
using System.Text.RegularExpressions;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin.WireMock;

/// <summary>WireMock itself, from the jar in its npm package. One process serves all tests of a class.</summary>
public sealed class RealWireMock : IAsyncDisposable
{
    private const string Version = "3.13.2";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("stravatools-wiremock-");
    private Process? _process;
    private HttpClient? _http;

    /// <summary>The folder with the clients and with the package.</summary>
    public static string Folder => ClientFolder.Find("wiremock");

    public static string Jar => Path.Combine(Folder, "node_modules", "wiremock", "build", $"wiremock-standalone-{Version}.jar");

    /// <summary>A client with its address, without stubs and requests. Requires java and the package.</summary>
    public async Task<HttpClient> StartAsync()
    {
        RequiredTool.OnPath("java");
        RequiredTool.NodePackage(Folder, "wiremock");
        _http ??= new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = await StartProcessAsync() };
        await GoldenRun.SendAsync(_http, HttpMethod.Delete, "/__admin/mappings");
        await GoldenRun.SendAsync(_http, HttpMethod.Post, "/__admin/reset");
        await GoldenRun.SendAsync(_http, HttpMethod.Post, "/__admin/settings", """{"fixedDelay":null}""");
        return _http;
    }

    public async ValueTask DisposeAsync()
    {
        if (_http is not null && _process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
            _http.Dispose();
        }

        _root.Delete(recursive: true);
    }

    private async Task<Uri> StartProcessAsync()
    {
        string[] arguments =
        [
            // The compiler that makes fast code costs more time than it saves here.
            "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-jar", Jar,
            "--port", "0", "--bind-address", "127.0.0.1", "--root-dir", _root.FullName,
        ];
        var start = new ProcessStartInfo("java", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("WireMock ended."));
        _process.OutputDataReceived += (_, line) =>
        {
            var match = Regex.Match(line.Data ?? "", @"^port:\s+(?<port>\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
            if (match.Success)
            {
                address.TrySetResult(new Uri($"http://127.0.0.1:{match.Groups["port"].Value}/"));
            }
        };
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        return await address.Task;
    }
}
