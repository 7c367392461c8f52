using System.Diagnostics;

namespace StravaTools.Analyzers.Tests.Harness;

/// <summary>
/// A small project in its own folder, built by a real <c>dotnet build</c> with our analyzers. It has no packages, so it needs no registry.
/// </summary>
public sealed class SampleProject : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"StravaTools contract {Guid.NewGuid():N}");

    public async ValueTask InitializeAsync()
    {
        Write("Sample.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <StravaToolsContract>whole</StravaToolsContract>
              </PropertyGroup>
              <ItemGroup>
                <Compile Remove="Others/**" />
                <Analyzer Include="{typeof(RuleIdentifiers).Assembly.Location}" />
                <CompilerVisibleProperty Include="StravaToolsContract" />
                <AdditionalFiles Include="contract/*.clauses;Others/*.cs;Others/*.Tests.ps1" />
              </ItemGroup>
            </Project>
            """);
        Assert.Equal(0, (await RunAsync("restore")).ExitCode);
    }

    public void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Builds, and returns the errors as <c>file(line): id</c>.</summary>
    public async Task<IReadOnlyList<string>> BuildAsync()
    {
        var (exitCode, output) = await RunAsync("build", "--no-restore", "-p:UseSharedCompilation=false");
        var errors = output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(Shorten).Distinct()
            .ToList();
        Assert.True(exitCode == 0 == (errors.Count == 0), output);
        return errors;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Shorten(string line)
    {
        var parts = line.Split(": error ", 2);
        return $"{Path.GetFileName(parts[0].Trim().Split(',')[0])}): {parts[1].Split(':')[0]}";
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [command, "-nologo", "-nodeReuse:false", "-terminalLogger:off", .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
