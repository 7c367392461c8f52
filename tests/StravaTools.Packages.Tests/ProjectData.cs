using System.Reflection;

namespace StravaTools.Packages.Tests;

/// <summary>The properties of the build.</summary>
internal static class ProjectData
{
    /// <summary>The configuration that was built.</summary>
    public static string Configuration => Read(nameof(Configuration));

    /// <summary>The machine's package cache, which has everything that our packages depend on.</summary>
    public static string PackageRoot => Read(nameof(PackageRoot));

    public static string RepositoryUrl => Read(nameof(RepositoryUrl));

    public static string VersionPrefix => Read(nameof(VersionPrefix));

    /// <summary>The program of PowerShell, which <c>dotnet</c> runs.</summary>
    public static string PowerShell => Path.Combine(Read(nameof(PowerShell)), OperatingSystem.IsWindows() ? "win" : "unix", "pwsh.dll");

    public static string PathOf(params string[] parts) => Path.Combine([Read("Repository"), .. parts]);

    private static string Read(string key) =>
        typeof(ProjectData).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
