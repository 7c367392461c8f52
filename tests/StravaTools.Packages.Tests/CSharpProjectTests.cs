namespace StravaTools.Packages.Tests;

/// <summary>
/// The project of a stranger who references every package. It has cmdlets that break our own house rules, the code blocks of README and of
/// the packages' pages, and an activity file that Strava would reject.
/// </summary>
[Collection(SharesPackages.Name)]
[TimeLimit(300)]
public sealed class CSharpProjectTests(BuiltPackages packages)
{
    [Fact]
    public async Task Stranger_gets_only_diagnostics_about_Strava_and_uploads_to_the_fake()
    {
        var folder = packages.CreateFolder("stranger");
        await WriteProjectAsync(folder);
        CopySample("planned-route.gpx", folder, "rides/planned-route.gpx");
        CopySample("morning-ride.fit", folder, "ride.fit");

        var rejected = await packages.RunAsync(folder, "dotnet", "build", "-terminalLogger:off");
        Assert.NotEqual(0, rejected.ExitCode);
        Assert.Collection(
            rejected.Diagnostics.Order(StringComparer.Ordinal),
            narrowed => Assert.Contains("warning STRV4001", narrowed, StringComparison.Ordinal),
            bad => Assert.Matches(@"^rides[/\\]planned-route\.gpx\(7,8\): error GPX0102: 60 of 60 points have no time\.", bad));

        File.Delete(Path.Combine(folder, "rides", "planned-route.gpx"));
        var built = await packages.RunAsync(folder, "dotnet", "build", "-terminalLogger:off");
        Assert.True(built.ExitCode == 0, built.Output);

        var uploaded = await packages.RunAsync(folder, "dotnet", Path.Combine("bin", "Debug", "net10.0", "Stranger.dll"));
        Assert.True(uploaded.ExitCode == 0, uploaded.Output);
        Assert.Contains("Ready", uploaded.Output, StringComparison.Ordinal);
        Assert.Matches(@"http://127\.0\.0\.1:\d+/activities/\d+", uploaded.Output);
    }

    private async Task WriteProjectAsync(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "rides"));
        string[] names = ["Activities", "Client", "Decathlon", "FakeStrava", "MSBuild", "Sync", "Client.DependencyInjection"];
        var references = names.Select(name => $"""<PackageReference Include="StravaTools.{name}" Version="{packages.Version}" />""");
        await File.WriteAllTextAsync(Path.Combine(folder, "Stranger.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseSharedCompilation>false</UseSharedCompilation>
                <StravaToolsValidateOnBuild>true</StravaToolsValidateOnBuild>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", references)}
                <PackageReference Include="PowerShellStandard.Library" Version="*" />
                <StravaActivityFile Include="rides/*" />
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "GetWidgets.cs"), """
            using System.Management.Automation;

            namespace Stranger;

            // A plural noun, a class that is neither sealed nor named Command, output that nothing declares, and a password as text.
            [Cmdlet(VerbsCommon.Remove, "Widgets")]
            public class WidgetRemover : PSCmdlet
            {
                [Parameter]
                public string? Path { get; set; }

                [Parameter]
                public string? Password { get; set; }

                protected override void ProcessRecord()
                {
                    Thread.Sleep(1);
                    WriteObject(DateTime.Now.Ticks > 0 ? 1 : Path is null ? 2 : 3);
                }
            }
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Narrowed.cs"), """
            namespace Stranger;

            internal static class Narrowed
            {
                public static int Id(StravaTools.Client.Uploads.UploadStatus status) => (int)status.Id;
            }
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), CodeBlocks.In(ProjectData.PathOf("README.md")).First());
        foreach (var page in Directory.GetFiles(ProjectData.PathOf("src"), "package-readme.md", SearchOption.AllDirectories))
        {
            var project = Path.GetFileName(Path.GetDirectoryName(page)!);
            foreach (var (index, block) in CodeBlocks.In(page).Index())
            {
                var name = $"{project.Replace(".", "", StringComparison.Ordinal)}{index}";
                await File.WriteAllTextAsync(Path.Combine(folder, name + ".cs"), CodeBlocks.InClass(name, block));
            }
        }
    }

    private static void CopySample(string sample, string folder, string name) =>
        File.Copy(ProjectData.PathOf("module", "samples", sample), Path.Combine(folder, name));
}
