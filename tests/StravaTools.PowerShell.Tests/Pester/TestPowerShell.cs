using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace StravaTools.PowerShell.Tests.Pester;

/// <summary>
/// PowerShell and Pester, downloaded by the restore of this project. They run on the .NET that runs these tests, so nothing is searched for
/// on the PATH or on the module path.
/// </summary>
internal static class TestPowerShell
{
    private static readonly string Dll = Path.Combine(Metadata("PowerShell"), OperatingSystem.IsWindows() ? "win" : "unix", "pwsh.dll");
    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>The manifest of Pester.</summary>
    public static string Pester { get; } = Metadata("Pester");

    /// <summary>How to run a script in a process whose home, temporary, and current folders are <paramref name="folders"/>.</summary>
    /// <exception cref="FileNotFoundException">PowerShell, Pester, or dotnet is absent.</exception>
    public static ProcessStartInfo Script(string path, RunFolders folders, IEnumerable<string> arguments)
    {
        foreach (var file in new[] { Dotnet, Dll, Pester })
        {
            if (!File.Exists(file))
            {
                throw new FileNotFoundException(
                    $"'{file}' does not exist, so the tests of the module cannot run. Run 'dotnet restore --force'.", file);
            }
        }

        var start = new ProcessStartInfo(Dotnet, [Dll, "-NoProfile", "-NonInteractive", "-File", path, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folders.Current,
        };
        start.Environment["DOTNET_HOST_PATH"] = Dotnet;
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        // A module of the user must not replace one of PowerShell.
        start.Environment.Remove("PSModulePath");
        folders.AddTo(start.Environment);
        return start;
    }

    private static string Metadata(string key) =>
        typeof(TestPowerShell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
