using StravaTools.Http.Errors;

namespace StravaTools.Client.Testing;

/// <summary>Finds the <c>dotnet</c> that runs programs on this machine.</summary>
internal static class DotnetHost
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>
    /// Looks where the tools of .NET say it is (DOTNET_HOST_PATH, DOTNET_ROOT), then on the PATH; never in the current directory, where
    /// anybody may have put one.
    /// </summary>
    /// <exception cref="ApiException"><see cref="StravaErrors.DotnetNotFound"/>.</exception>
    public static string FindDotnet() => Candidates().FirstOrDefault(path => Path.IsPathFullyQualified(path) && File.Exists(path))
        ?? throw new StravaException(StravaErrors.DotnetNotFound);

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host)
        {
            yield return host;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Prepend(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "");
        foreach (var folder in folders)
        {
            yield return Path.Combine(folder, FileName);
        }
    }
}
