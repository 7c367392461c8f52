using System.Management.Automation;
using StravaTools.Http.Errors;

namespace StravaTools.PowerShell.Parameters;

/// <summary>The values of -Path and -LiteralPath of a cmdlet, from the command line or the pipeline.</summary>
internal sealed class PathInput
{
    private readonly PathResolver _resolver;
    private readonly bool _fromPipeline;

    /// <param name="cmdlet">A cmdlet in BeginProcessing, when only command-line parameters are bound.</param>
    public PathInput(PSCmdlet cmdlet)
    {
        _resolver = new PathResolver(cmdlet);
        var bound = cmdlet.MyInvocation.BoundParameters;
        _fromPipeline = !bound.ContainsKey("Path") && !bound.ContainsKey("LiteralPath");
    }

    /// <inheritdoc cref="PathResolver.Failing"/>
    public Action<string, ApiException>? Failing
    {
        init => _resolver.Failing = value;
    }

    /// <summary>The number of paths so far that were errors.</summary>
    public int Failures => _resolver.Failures;

    /// <summary>True if a path was invalid, or a pattern matched nothing. An error or a warning has been written.</summary>
    public bool HasFailed => _resolver.HasFailed;

    /// <summary>Resolves the files of one record. One of the two arrays is empty.</summary>
    public List<ResolvedPath> Resolve(string[] path, string[] literalPath)
    {
        if (literalPath.Length > 0)
        {
            return _resolver.Literal(literalPath, _fromPipeline);
        }

        return _resolver.Expand(path, _fromPipeline);
    }

    /// <summary>Returns the position of a file in its record; empty for a single file, because its count is unknown.</summary>
    public static string DescribePosition(int index, int count)
    {
        if (count > 1)
        {
            return $"File {index + 1:N0} of {count:N0}";
        }

        return "";
    }
}
