using System.IO.Compression;
using System.Text;

namespace StravaTools.MSBuild.Tests;

/// <summary>
/// Secrets go through every task, to a server that returns them. They appear neither in the most detailed log nor in the binary log.
/// </summary>
[TimeLimit(180)]
public sealed class CanaryTests : IDisposable
{
    private readonly Build _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task Echoed_secrets_are_in_no_log()
    {
        await using var server = new EchoServer();
        await using var proxy = new EchoServer();
        foreach (var (name, value) in new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["STRAVA_ACCESS_TOKEN"] = "CANARY-TOKEN-5b1d+/=",
            ["DECATHLON_ACCESS_TOKEN"] = "CANARY-DECATHLON-5b1d",
            ["DECATHLON_API_KEY"] = "CANARY-KEY-5b1d+/=",
            ["STRAVATOOLS_TOKEN_STORE"] = Path.Combine(_build.Folder, "tokens"),
            ["http_proxy"] = proxy.Uri.AbsoluteUri,
        })
        {
            _build.Environment[name] = value;
        }

        _build.AddSample("finish.jpg");
        _build.AddSample("lunch-walk.tcx");
        var tasks = string.Concat(EchoServer.Forms.Select(form => Tasks(new Uri(server.Uri, form + "/").AbsoluteUri)));

        var output = await _build.RunAsync(tasks, "-v:diag", $"-bl:{Path.Combine(_build.Folder, "canary.binlog")}");

        // A wrong property would end the build before the tasks that follow.
        output.AssertHasNot("MSB4064");
        var sent = string.Join('\n', server.Requests);
        Assert.All(["CANARY-TOKEN", "CANARY-DECATHLON", "CANARY-KEY"], secret => Assert.Contains(secret, sent, StringComparison.Ordinal));
        Assert.True(server.Requests.Count >= 10);
        Assert.Empty(proxy.Requests);
        Assert.DoesNotContain(output.Lines, line => line.Contains("CANARY", StringComparison.Ordinal));
        output.AssertHas("(hidden)");
        var log = await ReadBinaryLogAsync();
        Assert.DoesNotContain("CANARY", log, StringComparison.Ordinal);
        Assert.Contains("(hidden)", log, StringComparison.Ordinal);
    }

    private static string Tasks(string server) => $"""
        <SendStravaUpload BaseUri="{server}" Files="lunch-walk.tcx" ContinueOnError="true" />
        <NewStravaActivity BaseUri="{server}" Name="a" SportType="Run" StartTime="2026-01-05 06:00" ElapsedTime="60"
          ContinueOnError="true" />
        <ItemGroup><Uploaded Remove="@(Uploaded)" />
        <Uploaded Include="lunch-walk.tcx" UploadId="5" ActivityId="1" Outcome="Ready" /></ItemGroup>
        <AddStravaPhoto BaseUri="{server}" Activities="@(Uploaded)" PhotoPath="finish.jpg" ContinueOnError="true" />
        <SendDecathlonFile BaseUri="{server}" Files="finish.jpg" ContinueOnError="true" />
        <AddDecathlonPhoto BaseUri="{server}" ActivityId="eu1" Photos="finish.jpg" ContinueOnError="true" />
        <SetDecathlonThumbnail BaseUri="{server}" ActivityId="eu1" PhotoPath="finish.jpg" NoSave="true" ContinueOnError="true" />
        """;

    /// <summary>The binary log is a gzip stream with UTF-8 strings.</summary>
    private async Task<string> ReadBinaryLogAsync()
    {
        await using var file = File.OpenRead(Path.Combine(_build.Folder, "canary.binlog"));
        await using var content = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
