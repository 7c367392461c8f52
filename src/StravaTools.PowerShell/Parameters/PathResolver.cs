using System.Collections.ObjectModel;
using System.Management.Automation;
using StravaTools.Activities;
using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Resolves PowerShell paths to paths of the file system. Use it on the pipeline thread only.</summary>
internal sealed class PathResolver(PSCmdlet cmdlet)
{
    private const string FileSystem = "FileSystem";
    private const int MaxQuotedLength = 200;
    private bool _hasUnmatched;

    /// <summary>Called for each path that is an error, before the error is written.</summary>
    public Action<string, ApiException>? Failing { get; set; }

    /// <summary>The number of paths so far that were errors.</summary>
    public int Failures { get; private set; }

    /// <summary>True if a path was invalid, or a pattern matched nothing. An error or a warning has been written.</summary>
    public bool HasFailed => Failures > 0 || _hasUnmatched;

    /// <summary>Resolves paths with wildcards. A path from the pipeline that exists as written is used literally.</summary>
    public List<ResolvedPath> Expand(IEnumerable<string> paths, bool fromPipeline) => Resolve(paths, path =>
    {
        if (fromPipeline && ExistsAsWritten(path))
        {
            return [Literal(path, isNamed: true)];
        }

        return ExpandOrWarn(path);
    });

    /// <summary>Resolves a path with wildcards. A path from the pipeline that exists as written is used literally.</summary>
    /// <exception cref="ApiException">There is no such file, or it is a device, a pipe, or a socket.</exception>
    public List<ResolvedPath> ExpandOrThrow(string path, bool fromPipeline)
    {
        var found = fromPipeline && ExistsAsWritten(path) ? [Literal(path, isNamed: true)] : Expand(path);
        if (found.Count == 0)
        {
            throw new ApiException(ApiErrors.FileNotFound, Quote(path));
        }

        if (found.Find(file => SpecialFiles.IsSpecial(file.FullPath)) is { } special)
        {
            throw NotAFile(special);
        }

        return found;
    }

    /// <summary>Resolves paths exactly as written.</summary>
    public List<ResolvedPath> Literal(IEnumerable<string> paths, bool fromPipeline) =>
        Resolve(paths, path => [Literal(path, !fromPipeline)]);

    /// <summary>Resolves one path of a file to read, exactly as written.</summary>
    /// <exception cref="ApiException">It is not a path of the file system, or it is a device, a pipe, or a socket.</exception>
    public ResolvedPath LiteralOrThrow(string path)
    {
        var file = Literal(path, isNamed: true);
        if (SpecialFiles.IsSpecial(file.FullPath))
        {
            throw NotAFile(file);
        }

        return file;
    }

    /// <summary>Resolves one path exactly as written.</summary>
    /// <exception cref="ApiException">It is not a path of the file system.</exception>
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
            throw new ApiException(ApiErrors.FileNotFound, e, Quote(path));
        }
    }

    private List<ResolvedPath> Resolve(IEnumerable<string> paths, Func<string, IEnumerable<ResolvedPath>> resolve)
    {
        var resolved = new List<ResolvedPath>();
        foreach (var path in paths)
        {
            try
            {
                resolved.AddRange(resolve(path).Where(IsFile));
            }
            catch (ApiException e)
            {
                WriteError(e, path);
            }
        }

        return resolved;
    }

    private void WriteError(ApiException error, string path)
    {
        Failures++;
        Failing?.Invoke(path, error);
        cmdlet.WriteError(ErrorRecords.CreateRecord(error, path));
    }

    /// <summary>Opening a pipe can wait forever, and reading a device can have no end.</summary>
    private bool IsFile(ResolvedPath path)
    {
        var isSpecial = SpecialFiles.IsSpecial(path.FullPath);
        if (isSpecial)
        {
            WriteError(NotAFile(path), path.FullPath);
        }

        return !isSpecial;
    }

    private static ApiException NotAFile(ResolvedPath path) => new(
        ApiErrors.FileNotReadable with { Remedy = "Copy its content to a file first." }, path.FullPath,
        "it is a device, a pipe, or a socket.");

    private List<ResolvedPath> ExpandOrWarn(string path)
    {
        var found = Expand(path);
        if (found.Count == 0)
        {
            _hasUnmatched = true;
            cmdlet.WriteWarning($"No file matches '{Quote(path)}'.");
        }

        return found;
    }

    private List<ResolvedPath> Expand(string path)
    {
        var isPattern = WildcardPattern.ContainsWildcardCharacters(path);
        var found = ExpandWildcards(path);
        if (found.Count == 0 && ExistsAsWritten(path))
        {
            // [1] is a pattern, but also a common part of names, such as ride[1].fit.
            return [Literal(path, isNamed: true)];
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
            throw new ApiException(ApiErrors.FileNotFound, e, Quote(path));
        }
    }

    /// <summary>A path in a message. Content that was passed instead of a path has many lines.</summary>
    private static string Quote(string path)
    {
        var line = path.ReplaceLineEndings(" ");
        if (line.Length <= MaxQuotedLength)
        {
            return line;
        }

        return line[..MaxQuotedLength] + "...";
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
