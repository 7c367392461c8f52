namespace StravaTools.Sync.Folders;

/// <summary>Compares full paths.</summary>
internal static class PathNames
{
    /// <summary>True if a path is below a folder.</summary>
    public static bool IsInside(string folder, string path) =>
        path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
