using System.Diagnostics.CodeAnalysis;

namespace StravaTools.Tests;

/// <summary>
/// Programs that some tests require and that are not on every machine. Their tests are skipped without them, and fail if
/// STRAVATOOLS_REQUIRE_TOOLS is true: .ci/run installs the programs first.
/// </summary>
internal static class RequiredTool
{
    private const string Variable = "STRAVATOOLS_REQUIRE_TOOLS";

    /// <summary>A program on the PATH, such as node.</summary>
    public static void OnPath(string program)
    {
        if (!IsOnPath(program))
        {
            SkipOrFail($"{program} is not on the PATH. Install {program}.");
        }
    }

    /// <summary>True if a program is on the PATH.</summary>
    public static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)));

    /// <summary>A Node.js package, and Node.js itself.</summary>
    /// <param name="folder">The folder with package.json.</param>
    /// <param name="package">The name of the package.</param>
    public static void NodePackage(string folder, string package)
    {
        OnPath("node");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", package)))
        {
            SkipOrFail($"The package {package} is not installed. Run npm ci --prefix {folder}");
        }
    }

    /// <summary>A program of PostgreSQL. Debian keeps them in a folder per version, outside of the PATH.</summary>
    /// <returns>Its path.</returns>
    public static string PostgreSql(string program)
    {
        const string Versions = "/usr/lib/postgresql";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).ToList();
        if (Directory.Exists(Versions))
        {
            var versions = Directory.GetDirectories(Versions).Order(StringComparer.Ordinal);
            folders.AddRange(versions.Select(folder => Path.Combine(folder, "bin")));
        }

        var found = folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (found is null)
        {
            SkipOrFail($"{program} was not found. Install PostgreSQL 15 or later (package postgresql).");
        }

        // A link on the PATH leads to the folder with the other programs.
        return File.ResolveLinkTarget(found, returnFinalTarget: true)?.FullName ?? found;
    }

    [DoesNotReturn]
    private static void SkipOrFail(string reason)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "true")
        {
            Assert.Fail($"{Variable} is true, so this test must not be skipped. {reason}");
        }

        Assert.Skip(reason);
    }
}
