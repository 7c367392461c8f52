using System.Text.Json;

namespace StravaTools.Packages.Tests;

/// <summary>The fake as a tool, started from its package without an installation, for clients in any language.</summary>
[Collection(SharesPackages.Name)]
[TimeLimit(200)]
public sealed class ToolTests(BuiltPackages packages)
{
    [Fact]
    public async Task Node_script_uploads_to_the_fake_that_dnx_starts()
    {
        RequiredTool.OnPath("node");
        var script = Path.Combine(AppContext.BaseDirectory, "Consumers", "upload.js");
        var ride = ProjectData.PathOf("module", "samples", "morning-ride.fit");

        var run = await packages.RunAsync(packages.CreateFolder("node"), "node", script, packages.Version, ride);

        Assert.True(run.ExitCode == 0, run.Output);
        var status = JsonDocument.Parse(run.Output.Split('\n').Single(line => line.StartsWith('{'))).RootElement;
        Assert.Equal("Your activity is ready.", status.GetProperty("status").GetString());
        Assert.True(status.GetProperty("activity_id").GetInt64() > 0);
    }
}
