using StravaTools.Http.Errors;

namespace StravaTools.Client.Testing;

/// <summary>Finds the <c>dotnet</c> executable.</summary>
internal static class DotnetHost
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>
    /// Searches DOTNET_HOST_PATH and DOTNET_ROOT, then the PATH. Never searches the current directory, whose content may be untrusted.
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
