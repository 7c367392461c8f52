namespace StravaTools.Http.Files;

/// <summary>The steps that replace a file so that the new one survives a power cut. Tests let them fail.</summary>
internal class LocalDisk
{
    /// <summary>Replaces a file by another one in the same folder.</summary>
    /// <exception cref="IOException">For example, another program has the file open on Windows.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is write-protected.</exception>
    public virtual void ReplaceFile(string source, string target) => File.Move(source, target, overwrite: true);

    /// <summary>Flushes a rename to the disk.</summary>
    /// <returns>False if the platform or the file system cannot.</returns>
    public virtual bool FlushFolder(string path) => !OperatingSystem.IsWindows() && UnixFiles.FlushFolder(path);
}
