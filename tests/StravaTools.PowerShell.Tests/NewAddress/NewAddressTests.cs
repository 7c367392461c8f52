using System.Diagnostics;
using StravaTools.Client.Testing;
using StravaTools.PowerShell.Tests.Pester;

namespace StravaTools.PowerShell.Tests.NewAddress;

/// <summary>
/// From 2027 the API is at the root of its own host, and the login and the website stay at www.strava.com (field-notes.md, 7.1). A proxy
/// leads both hosts to a fake, which has no API below /api/v3. The environment variable NEW_ADDRESS=all runs all cmdlets; the default is a
/// part of them.
/// </summary>
[TimeLimit(180)]
public sealed class NewAddressTests(ITestOutputHelper output)
{
    private const string Api = "api-v3.strava.com";
    private const string Site = "www.strava.com";
    private const string MainCmdlets =
        "Get-StravaAthlete New-StravaActivity Set-StravaActivity Sync-StravaFolder Get-StravaLedger Add-StravaPhoto Disconnect-Strava";

    /// <summary>Cmdlets that can succeed without an output.</summary>
    private static readonly string[] Silent = ["Repair-StravaLedger", "Reset-StravaSyncItem", "Disconnect-Strava"];

    [Fact]
    public async Task Cmdlets_work_with_a_login_of_the_old_address()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "SSL_CERT_FILE is a variable of OpenSSL.");
        var names = Environment.GetEnvironmentVariable("NEW_ADDRESS") == "all" ? "" : MainCmdlets;
        var options = new FakeStravaProcessOptions
        {
            Program = Repository.PathOf("module", "FakeStrava", "StravaTools.FakeStrava.dll"),
            ApiAtRoot = true,
            Partner = true,
            PublicUri = new Uri($"https://{Site}/"),
        };
        using var fake = await FakeStravaProcess.StartAsync(options, TestContext.Current.CancellationToken);
        using var certificate = HostCertificate.Create([Api, Site]);
        await using var proxy = new HostsProxy([Api, Site], certificate, fake.Url);
        using var folders = new RunFolders();
        var trusted = Path.Combine(folders.Current, "hosts.pem");
        await File.WriteAllTextAsync(trusted, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        CopySamples(folders.Current);
        var script = Repository.PathOf("tests", "Module", "NewAddress.ps1");
        var start = TestPowerShell.Script(script, folders, [Repository.PathOf("StravaTools.psd1"), folders.Current, names]);
        start.Environment["STRAVA_BASE_URI"] = $"https://{Api}";
        start.Environment["STRAVATOOLS_TOKEN_STORE"] = Path.Combine(folders.Current, "tokens");
        start.Environment["SSL_CERT_FILE"] = trusted;
        start.Environment["https_proxy"] = proxy.Uri.AbsoluteUri;
        start.Environment["no_proxy"] = start.Environment["NO_PROXY"] = start.Environment["STRAVA_ACCESS_TOKEN"] = null;

        var lines = await RunAsync(start);

        AssertWorked(lines, names);
        Assert.Contains(lines, line => line.StartsWith($"SENT Ready https://{Site}/activities/", StringComparison.Ordinal));
        Assert.Contains("SYNC Settled Settled", lines);
        Assert.Equal([Api, Site], proxy.Connections.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static void CopySamples(string folder)
    {
        var rides = Directory.CreateDirectory(Path.Combine(folder, "rides")).FullName;
        File.Copy(Repository.PathOf("module", "samples", "finish.jpg"), Path.Combine(folder, "photo.jpg"));
        foreach (var (sample, name) in new[] { ("morning-ride.fit", "ride.fit"), ("lunch-walk.tcx", "walk.tcx") })
        {
            var path = Path.Combine(rides, name);
            File.Copy(Repository.PathOf("module", "samples", sample), path);
            // A new file could still be growing, and would be left for the next run.
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddYears(56));
        }
    }

    private static void AssertWorked(IReadOnlyCollection<string> lines, string names)
    {
        var cases = lines.Where(line => line.StartsWith("CASE ", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(lines, line => line.StartsWith("NO CASE", StringComparison.Ordinal));
        Assert.InRange(cases.Count, names.Length == 0 ? 20 : names.Split(' ').Length, 100);
        Assert.All(cases, line => Assert.Contains(": 0 errors, ", line, StringComparison.Ordinal));
        Assert.All(
            cases.Where(line => !Array.Exists(Silent, name => line.Contains(name, StringComparison.Ordinal))),
            line => Assert.DoesNotContain(", 0 objects", line, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyCollection<string>> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var text = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            output.WriteLine(await text + await error);
            return (await text).Split('\n', StringSplitOptions.TrimEntries);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
