using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>What -Path and -LiteralPath of a cmdlet were given, on the command line or by the pipeline.</summary>
internal sealed class PathInput
{
    private readonly PathResolver _resolver;
    private readonly bool _fromPipeline;

    /// <param name="cmdlet">A cmdlet in BeginProcessing, when only the command line is bound.</param>
    public PathInput(PSCmdlet cmdlet)
    {
        _resolver = new PathResolver(cmdlet);
        var bound = cmdlet.MyInvocation.BoundParameters;
        _fromPipeline = !bound.ContainsKey("Path") && !bound.ContainsKey("LiteralPath");
    }

    /// <summary>How many paths were errors until now.</summary>
    public int Failures => _resolver.Failures;

    /// <summary>True once a path was none; its error is written.</summary>
    public bool HasFailed => _resolver.HasFailed;

    /// <summary>The files of one record; one of the two is empty.</summary>
    public List<ResolvedPath> Resolve(string[] path, string[] literalPath)
    {
        if (literalPath.Length > 0)
        {
            return _resolver.Literal(literalPath, _fromPipeline);
        }

        return _resolver.Expand(path, _fromPipeline);
    }

    /// <summary>Where in a record a file is; nothing for a single one, as the pipeline tells no count.</summary>
    public static string DescribePosition(int index, int count)
    {
        if (count > 1)
        {
            return $"File {index + 1:N0} of {count:N0}";
        }

        return "";
    }
}
