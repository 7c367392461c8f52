using System.Text.Json;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Documents;

/// <summary>The tests in module/docs/guides/fake-strava.md run as a reader copies them.</summary>
public class GuideTests : FakeStravaTest
{
    [Fact]
    public async Task Test_for_Node_js_passes()
    {
        RequiredTool.OnPath("node");

        await RunAsync("js", "upload.test.mjs", "node", "--test");
    }

    [Fact]
    public async Task Test_for_Python_passes()
    {
        RequiredTool.OnPath("python3");
        var (exitCode, _) = await ClientProgram.RunTextAsync(Path.GetTempPath(), "python3", "-c", "import requests");
        Assert.SkipUnless(exitCode == 0, "The Python package requests is not installed. Run pip install requests");

        await RunAsync("python", "test_upload.py", "python3", "-m", "unittest");
    }

    private async Task RunAsync(string language, string file, string program, params string[] arguments)
    {
        await StartAsync();
        var folder = Directory.CreateTempSubdirectory("stravatools-guide-");
        try
        {
            var end = TestContext.Current.CancellationToken;
            var guide = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "fake-strava.md"), end);
            var code = guide.Split($"```{language}\n")[1].Split("```")[0];
            var started = JsonSerializer.Serialize(new { url = Server.BaseUri.AbsoluteUri.TrimEnd('/'), accessToken = Server.AccessToken });
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), code, end);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "fake.json"), $"{started}\n", end);
            File.Copy(Path.Combine(AppContext.BaseDirectory, "morning-ride.fit"), Path.Combine(folder.FullName, "morning-ride.fit"));

            var (exitCode, output) = await ClientProgram.RunTextAsync(folder.FullName, program, arguments);

            Assert.True(exitCode == 0, output);
            Assert.Single(Server.Activities);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
