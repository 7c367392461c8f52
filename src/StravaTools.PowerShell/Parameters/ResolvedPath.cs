
namespace StravaTools.PowerShell.Parameters;

/// <summary>A path that was asked for, and the file it is.</summary>
/// <param name="FullPath">The path in the file system.</param>
/// <param name="IsNamed">False if it came up by itself, from a wildcard or from Get-ChildItem: a directory is then nothing to complain about.</param>
internal sealed record ResolvedPath(string FullPath, bool IsNamed)
{
    public bool IsPassedOver => !IsNamed && Directory.Exists(FullPath);
}
