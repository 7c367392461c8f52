using System.Collections.ObjectModel;
using System.Management.Automation;
using StravaTools.Client;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>A path that was asked for, and the file it is.</summary>
/// <param name="FullPath">The path in the file system.</param>
/// <param name="IsNamed">False if it came up by itself, from a wildcard or from Get-ChildItem: a directory is then nothing to complain about.</param>
internal sealed record ResolvedPath(string FullPath, bool IsNamed)
{
    public bool IsPassedOver => !IsNamed && Directory.Exists(FullPath);
}

/// <summary>Turns paths in PowerShell's terms into paths of the file system. For the pipeline thread only.</summary>
internal sealed class PathResolver(PSCmdlet cmdlet)
{
    private const string FileSystem = "FileSystem";

    /// <summary>How many paths were errors until now.</summary>
    public int Failures { get; private set; }

    /// <summary>True once a path was none; its error is written.</summary>
    public bool HasFailed => Failures > 0;

    /// <summary>Paths with wildcards. What comes from the pipeline and exists as it is written is taken literally: it is somebody's output.</summary>
    public List<ResolvedPath> Expand(IEnumerable<string> paths, bool fromPipeline) =>
        Resolve(paths, path => fromPipeline && ExistsAsWritten(path) ? [Literal(path, isNamed: true)] : Expand(path));

    /// <summary>Paths as they are written.</summary>
    public List<ResolvedPath> Literal(IEnumerable<string> paths, bool fromPipeline) => Resolve(paths, path => [Literal(path, !fromPipeline)]);

    /// <summary>One path as it is written.</summary>
    /// <exception cref="StravaException">It is no path of the file system.</exception>
    public ResolvedPath Literal(string path, bool isNamed)
    {
        try
        {
            var full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == FileSystem ? new ResolvedPath(full, isNamed) : throw new StravaException(StravaErrors.NotAFileSystemPath, path);
        }
        catch (SessionStateException e)
        {
            throw new StravaException(StravaErrors.FileNotFound, e, path);
        }
    }

    private List<ResolvedPath> Resolve(IEnumerable<string> paths, Func<string, IEnumerable<ResolvedPath>> resolve)
    {
        var resolved = new List<ResolvedPath>();
        foreach (var path in paths)
        {
            try
            {
                resolved.AddRange(resolve(path));
            }
            catch (StravaException e)
            {
                Failures++;
                cmdlet.WriteError(ErrorRecords.Of(e, path));
            }
        }

        return resolved;
    }

    private List<ResolvedPath> Expand(string path)
    {
        var isPattern = WildcardPattern.ContainsWildcardCharacters(path);
        var found = Glob(path);
        if (found.Count == 0 && isPattern)
        {
            cmdlet.WriteWarning($"No file matches '{path}'.");
        }

        return [.. found.Select(full => new ResolvedPath(full, IsNamed: !isPattern))];
    }

    private Collection<string> Glob(string path)
    {
        try
        {
            var found = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
            return provider.Name == FileSystem ? found : throw new StravaException(StravaErrors.NotAFileSystemPath, path);
        }
        catch (Exception e) when (e is SessionStateException or WildcardPatternException)
        {
            throw new StravaException(StravaErrors.FileNotFound, e, path);
        }
    }

    private bool ExistsAsWritten(string path)
    {
        try
        {
            return WildcardPattern.ContainsWildcardCharacters(path) && File.Exists(Literal(path, isNamed: true).FullPath);
        }
        catch (StravaException)
        {
            return false;
        }
    }
}
