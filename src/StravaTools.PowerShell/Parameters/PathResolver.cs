using System.Collections.ObjectModel;
using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Parameters;

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
    /// <exception cref="ApiException">It is no path of the file system.</exception>
    public ResolvedPath Literal(string path, bool isNamed)
    {
        try
        {
            var full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            if (provider.Name == FileSystem)
            {
                return new ResolvedPath(full, isNamed);
            }

            throw new ApiException(StravaErrors.NotAFileSystemPath, path);
        }
        catch (SessionStateException e)
        {
            throw new ApiException(ApiErrors.FileNotFound, e, path);
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
            catch (ApiException e)
            {
                Failures++;
                cmdlet.WriteError(ErrorRecords.CreateRecord(e, path));
            }
        }

        return resolved;
    }

    private List<ResolvedPath> Expand(string path)
    {
        var isPattern = WildcardPattern.ContainsWildcardCharacters(path);
        var found = ExpandWildcards(path);
        if (found.Count == 0 && isPattern)
        {
            cmdlet.WriteWarning($"No file matches '{path}'.");
        }

        return [.. found.Select(full => new ResolvedPath(full, IsNamed: !isPattern))];
    }

    private Collection<string> ExpandWildcards(string path)
    {
        try
        {
            var found = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
            if (provider.Name == FileSystem)
            {
                return found;
            }

            throw new ApiException(StravaErrors.NotAFileSystemPath, path);
        }
        catch (Exception e) when (e is SessionStateException or WildcardPatternException)
        {
            throw new ApiException(ApiErrors.FileNotFound, e, path);
        }
    }

    private bool ExistsAsWritten(string path)
    {
        try
        {
            return WildcardPattern.ContainsWildcardCharacters(path) && File.Exists(Literal(path, isNamed: true).FullPath);
        }
        catch (ApiException)
        {
            return false;
        }
    }
}
