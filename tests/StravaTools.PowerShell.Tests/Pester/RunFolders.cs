namespace StravaTools.PowerShell.Tests.Pester;

/// <summary>Fresh folders for one run of tests, so that leftover files are detected and the user's files stay unchanged.</summary>
internal sealed class RunFolders : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("stravatools-pester-").FullName;

    public RunFolders()
    {
        if (!OperatingSystem.IsWindows())
        {
            // If the tests run as root, PostgreSQL runs as another user, and its data is in a folder below.
            File.SetUnixFileMode(_root, File.GetUnixFileMode(_root) | UnixFileMode.OtherExecute);
        }

        foreach (var folder in new[] { Current, Temporary, Home, Results })
        {
            Directory.CreateDirectory(folder);
        }
    }

    public string Current => Path.Combine(_root, "current");

    /// <summary>The folder for the results of each file.</summary>
    public string Results => Path.Combine(_root, "results");

    private string Temporary => Path.Combine(_root, "temporary");

    private string Home => Path.Combine(_root, "home");

    /// <summary>Sets the folders in the environment of a new process.</summary>
    public void AddTo(IDictionary<string, string?> environment)
    {
        foreach (var name in new[] { "TMPDIR", "TEMP", "TMP" })
        {
            environment[name] = Temporary;
        }

        environment["HOME"] = Home;
        foreach (var name in new[] { "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME" })
        {
            environment.Remove(name);
        }
    }

    /// <summary>The current files, except those that PowerShell itself creates for a user.</summary>
    public IReadOnlyList<string> Left() =>
        [.. new[] { Current, Temporary, Home }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(_root, path))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("powershell"))];

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
