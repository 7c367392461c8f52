namespace StravaTools.PowerShell.Tests.Pester;

/// <summary>Fresh folders for one run of tests, so that it shows what the tests leave behind and changes nothing of the user's.</summary>
internal sealed class RunFolders : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("stravatools-pester-").FullName;

    public RunFolders()
    {
        foreach (var folder in new[] { Current, Temporary, Home, Results })
        {
            Directory.CreateDirectory(folder);
        }
    }

    public string Current => Path.Combine(_root, "current");

    /// <summary>Where the processes write the results of each file.</summary>
    public string Results => Path.Combine(_root, "results");

    private string Temporary => Path.Combine(_root, "temporary");

    private string Home => Path.Combine(_root, "home");

    /// <summary>Makes the folders those of a process that is about to start.</summary>
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

    /// <summary>The files that are there now, except what PowerShell itself keeps for a user.</summary>
    public IReadOnlyList<string> Left() =>
        [.. new[] { Current, Temporary, Home }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(_root, path))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("powershell"))];

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
