using System.Diagnostics;
using System.Reflection;

namespace StravaTools.MSBuild.Tests;

/// <summary>A real build of a small project that uses the tasks, in a folder of its own.</summary>
internal sealed class Build : IDisposable
{
    public Build() => Directory.CreateDirectory(Folder);

    public static string Repository => Metadata("Repository");

    public static string TasksAssembly => Path.GetFullPath(Metadata("TasksAssembly"));

    /// <summary>With a space and non-ASCII letters, like the folders of users.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"StravaTools {Guid.NewGuid():N} é");

    public Dictionary<string, string?> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["STRAVA_ACCESS_TOKEN"] = null,
        ["STRAVA_BASE_URI"] = null,
    };

    public void Add(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    public void Add(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, name), bytes);

    /// <summary>Puts a sample of the repository into the folder.</summary>
    public void AddSample(string name) => File.Copy(Path.Combine(Repository, "module", "samples", name), Path.Combine(Folder, name));

    /// <summary>Writes a file that declares the tasks, for projects to import.</summary>
    public void AddTasks(string name)
    {
        var targets = Path.Combine(Repository, "src", "StravaTools.MSBuild", "build", "StravaTools.MSBuild.targets");
        Add(name, $"""
            <Project>
              <PropertyGroup><StravaToolsTasksAssembly>{TasksAssembly}</StravaToolsTasksAssembly></PropertyGroup>
              <Import Project="{targets}" />
            </Project>
            """);
    }

    /// <summary>Builds a project whose one target has the given content.</summary>
    public Task<BuildOutput> RunAsync(string target, params string[] arguments)
    {
        AddTasks("tasks.props");
        Add("test.proj", $"""
            <Project DefaultTargets="Test">
              <Import Project="tasks.props" />
              <Target Name="Test">{target}</Target>
            </Project>
            """);
        return RunProjectAsync(Path.Combine(Folder, "test.proj"), arguments);
    }

    public async Task<BuildOutput> RunProjectAsync(string project, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "-nologo", "-terminalLogger:off", "-nodeReuse:false", project, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new BuildOutput(process.ExitCode, await output + await error);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Metadata(string key) =>
        typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

/// <summary>The output and the exit code of a build.</summary>
internal sealed record BuildOutput(int ExitCode, string Text)
{
    /// <summary>The lines, without the indent and the project that MSBuild appends.</summary>
    public IEnumerable<string> Lines => Text.Split('\n').Select(line => line.Trim());

    public void AssertHas(string part) => Assert.Contains(part, Text, StringComparison.Ordinal);

    public void AssertHasNot(string part) => Assert.DoesNotContain(part, Text, StringComparison.Ordinal);
}
