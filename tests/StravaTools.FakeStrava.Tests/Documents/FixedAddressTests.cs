using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Documents;

/// <summary>
/// The recipes in module/docs/guides/fake-strava.md for clients that contain the address https://www.strava.com: each reads the athlete
/// there, with TLS, and gets the one of the fake.
/// </summary>
public class FixedAddressTests : FakeStravaTest
{
    private const string Athlete = "https://www.strava.com/api/v3/athlete";

    [Fact]
    public async Task Client_for_Node_js_reaches_the_fake()
    {
        RequiredTool.OnPath("node");
        const string Client = $$"""
            const answer = await fetch('{{Athlete}}', { headers: { Authorization: 'Bearer fake-access-token' } });
            console.log(await answer.text());
            """;

        await RunAsync("js", "strava-to-fake.mjs", "client.mjs", Client,
            "env", "NODE_EXTRA_CA_CERTS=fake.pem", "node", "--import", "./strava-to-fake.mjs", "client.mjs");
    }

    [Fact]
    public async Task Client_for_Python_reaches_the_fake()
    {
        RequiredTool.OnPath("python3");
        const string Client = $$"""
            import strava_to_fake
            from urllib.request import Request, urlopen

            print(urlopen(Request("{{Athlete}}", headers={"Authorization": "Bearer fake-access-token"})).read().decode())
            """;

        await RunAsync("python", "strava_to_fake.py", "client.py", Client, "env", "SSL_CERT_FILE=fake.pem", "python3", "client.py");
    }

    [Fact]
    public async Task Curl_reaches_the_fake()
    {
        RequiredTool.OnPath("curl");
        await StartWithTlsAsync();

        await RunInFolderAsync([], "curl", "--silent", "--show-error", "--cacert", "fake.pem",
            "--connect-to", $"www.strava.com:443:127.0.0.1:{Server.HttpsUri!.Port}",
            "--header", "Authorization: Bearer fake-access-token", Athlete);
    }

    /// <summary>In namespaces of its own, as in a container: nothing outside sees the port and the hosts file.</summary>
    [Fact]
    public async Task Entry_in_the_hosts_file_leads_any_client_to_the_fake()
    {
        RequiredTool.OnPath("curl");
        Assert.SkipUnless(await CanCreateNamespacesAsync(), "This user cannot create namespaces.");
        var program = Path.Combine(AppContext.BaseDirectory, "StravaTools.FakeStrava.dll");
        await StartWithTlsAsync();

        await RunInFolderAsync([], "unshare", "--net", "--mount", "bash", "-c", $"""
            set -e
            ip link set lo up
            echo 127.0.0.1 localhost www.strava.com > hosts
            mount --bind hosts /etc/hosts
            coproc FAKE (dotnet '{program}' --https-port 443 --certificate own.pem --exit-with-process $$)
            read -r _ <& $FAKE
            curl --silent --show-error --cacert own.pem --header 'Authorization: Bearer fake-access-token' {Athlete}
            """);
    }

    private static async Task<bool> CanCreateNamespacesAsync() => RequiredTool.IsOnPath("unshare") && RequiredTool.IsOnPath("ip")
        && (await ClientProgram.RunTextAsync("/", "unshare", "--net", "--mount", "true")).ExitCode == 0;

    private Task StartWithTlsAsync() => StartAsync(new FakeStravaOptions { HttpsPort = 0 });

    private async Task RunAsync(string language, string recipe, string file, string client, string program, params string[] arguments)
    {
        await StartWithTlsAsync();
        var guide = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "fake-strava.md"), TestContext.Current.CancellationToken);
        var code = guide.Split("## HTTPS")[1].Split($"```{language}\n")[1].Split("```")[0];
        var started = JsonSerializer.Serialize(new { httpsUrl = Server.HttpsUri!.AbsoluteUri.TrimEnd('/') });

        await RunInFolderAsync([(recipe, code), (file, client), ("fake.json", $"{started}\n")], program, arguments);
    }

    private async Task RunInFolderAsync(IEnumerable<(string Name, string Text)> files, string program, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("stravatools-address-");
        try
        {
            foreach (var (name, text) in files.Append(("fake.pem", Server.Certificate!)))
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text, TestContext.Current.CancellationToken);
            }

            var (exitCode, output) = await ClientProgram.RunTextAsync(folder.FullName, program, arguments);

            Assert.True(exitCode == 0, output);
            Assert.Contains("\"id\":227615", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
