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

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)));

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
