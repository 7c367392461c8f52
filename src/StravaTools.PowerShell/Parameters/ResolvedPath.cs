
namespace StravaTools.PowerShell.Parameters;

/// <summary>A resolved path of the file system.</summary>
/// <param name="FullPath">The path in the file system.</param>
/// <param name="IsNamed">False if it comes from a wildcard or from Get-ChildItem: a directory is then skipped and not an error.</param>
internal sealed record ResolvedPath(string FullPath, bool IsNamed)
{
    /// <summary>True for a directory from a wildcard or the pipeline, which is skipped.</summary>
    public bool IsSkippedDirectory => !IsNamed && Directory.Exists(FullPath);
}
