using System.IO.Compression;

namespace StravaTools.Packages.Tests;

/// <summary>
/// Packs what is built, once for all tests, with the command that releases use. Around the packages are clean folders for projects that
/// use them, with a package cache of their own. These projects get our packages from here only, and all others from the machine's cache,
/// so that no test needs a network. In CI, STRAVATOOLS_PACKAGES names the folder of the packages that will be released.
/// </summary>
public sealed class BuiltPackages : IAsyncLifetime
{
    private static readonly string? Released = System.Environment.GetEnvironmentVariable("STRAVATOOLS_PACKAGES");

    private readonly string _root = Path.Combine(Path.GetTempPath(), $"StravaTools packages {Guid.NewGuid():N}");

    /// <summary>The folder with the packages.</summary>
    public string Folder => Released ?? Path.Combine(_root, "packages");

    /// <summary>The folder that is a PowerShell repository of the module.</summary>
    public string ModuleFolder => Path.Combine(Folder, "module");

    /// <summary>The package of the module.</summary>
    public string ModulePath => Assert.Single(Directory.GetFiles(ModuleFolder, "StravaTools.?.*.nupkg"));

    /// <summary>The package of the module with the driver of PostgreSQL.</summary>
    public string PostgreSqlModulePath => Assert.Single(Directory.GetFiles(ModuleFolder, "StravaTools.PostgreSql.*.nupkg"));

    /// <summary>The version of all packages.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The variables of programs that use the packages.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        var home = CreateFolder("home");
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = home,
            ["DOTNET_CLI_HOME"] = home,
            ["DOTNET_NOLOGO"] = "true",
            ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
            ["NUGET_PACKAGES"] = Path.Combine(_root, "cache"),
            ["MSBUILDDISABLENODEREUSE"] = "1",
            // Otherwise NuGet asks the authorities of all signatures, and a machine without a network waits three minutes.
            ["NUGET_CERT_REVOCATION_MODE"] = "offline",
            ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
            ["STRAVA_ACCESS_TOKEN"] = "",
        };
        await File.WriteAllTextAsync(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="built" value="{Folder}" />
                <add key="machine" value="{ProjectData.PackageRoot}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="built"><package pattern="StravaTools.*" /><package pattern="fake-strava" /></packageSource>
                <packageSource key="machine"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
        if (Released is null)
        {
            var run = await PackAsync(Folder);
            Assert.True(run.ExitCode == 0, run.Output);
        }

        var tool = Assert.Single(Directory.GetFiles(Folder, "fake-strava.*.nupkg"));
        Version = Path.GetFileNameWithoutExtension(tool)["fake-strava.".Length..];
    }

    /// <summary>Packs what is built.</summary>
    /// <param name="folder">The folder for the packages.</param>
    /// <param name="properties">More properties: <c>Name=value</c>.</param>
    internal static Task<ProgramRun> PackAsync(string folder, params string[] properties)
    {
        string[] arguments =
        [
            "msbuild", ProjectData.PathOf("src", "pack.proj"), "-nologo", "-v:q", "-nodeReuse:false", "-p:NoBuild=true",
            $"-p:Configuration={ProjectData.Configuration}", $"-p:PackageFolder={folder}",
            .. properties.Select(property => "-p:" + property),
        ];
        return ProgramRun.StartAsync(Path.GetTempPath(), new Dictionary<string, string>(StringComparer.Ordinal), "dotnet", arguments);
    }

    /// <summary>Creates a clean folder that gets its packages from here.</summary>
    public string CreateFolder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    /// <summary>The path of a NuGet package.</summary>
    public string PathOf(string id, string extension = "nupkg") => Path.Combine(Folder, $"{id}.{Version}.{extension}");

    /// <summary>Opens a NuGet package.</summary>
    public ZipArchive Open(string id, string extension = "nupkg") => ZipFile.OpenRead(PathOf(id, extension));

    /// <summary>Runs a program that uses the packages.</summary>
    internal Task<ProgramRun> RunAsync(string folder, string program, params string[] arguments) =>
        ProgramRun.StartAsync(folder, Environment, program, arguments);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
