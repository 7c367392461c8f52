namespace StravaTools.Activities.Validation.Reports;

/// <summary>A checked file, with the path that a report shows, and the address of its page; null if it has none.</summary>
internal sealed record ReportedFile(ActivityFileReport Report, string Path, string? Page)
{
    private const string Parent = "..";

    /// <summary>The path below a folder, with slashes on every system; unchanged if it is elsewhere.</summary>
    public static string Shorten(string path, string? baseFolder)
    {
        if (baseFolder is null || !System.IO.Path.IsPathRooted(path))
        {
            return path.Replace('\\', '/');
        }

        var relative = System.IO.Path.GetRelativePath(baseFolder, path);
        if (relative.StartsWith(Parent, StringComparison.Ordinal) || System.IO.Path.IsPathRooted(relative))
        {
            return path.Replace('\\', '/');
        }

        return relative.Replace('\\', '/');
    }
}
