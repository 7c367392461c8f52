using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Cmdlets;

/// <summary>
/// The files of the module other than its code: the manifest, the help pages, and the Pester files. All are AdditionalFiles.
/// </summary>
internal sealed class ModuleFiles
{
    private static readonly Regex Exports = new(
        @"(?:^|[{;])\s*CmdletsToExport\s*=\s*(?<value>@\([^)]*\)|[^\r\n;}]*)", RegexOptions.Multiline | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1));

    private static readonly Regex Comment = new("#[^\r\n]*", RegexOptions.None, TimeSpan.FromSeconds(1));
    private static readonly Regex Quoted = new("'(?<name>[^']*)'|\"(?<name>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1));
    private static readonly Regex Assembly = new(@"[\w.-]+\.dll\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    private readonly AdditionalText _manifest;
    private readonly SourceText _text;
    private readonly List<(string Name, TextSpan Span)> _exported;
    private readonly HashSet<string> _files;

    private ModuleFiles(AdditionalText manifest, SourceText text, ImmutableArray<AdditionalText> files)
    {
        _manifest = manifest;
        _text = text;
        _exported = ExportedBy(text.ToString());
        _files = new HashSet<string>(files.Select(file => LastTwoParts(file.Path)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Null in a project without a manifest, which is not a module.</summary>
    public static ModuleFiles? FromOptions(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        foreach (var file in options.AdditionalFiles.Where(file => file.Path.EndsWith(".psd1", StringComparison.OrdinalIgnoreCase)))
        {
            // Other data files can have the same extension.
            if (file.GetText(cancellationToken) is { } text && Exports.IsMatch(text.ToString()))
            {
                return new ModuleFiles(file, text, options.AdditionalFiles);
            }
        }

        return null;
    }

    public bool IsExported(string cmdlet) =>
        _exported.Exists(export => export.Name == "*" || export.Name.Equals(cmdlet, StringComparison.OrdinalIgnoreCase));

    public bool HasPage(string cmdlet) => _files.Contains($"docs/{cmdlet}.md");

    public bool HasPesterFile(string cmdlet) =>
        _files.Any(file => file.EndsWith($"/{cmdlet}.Tests.ps1", StringComparison.OrdinalIgnoreCase));

    /// <summary>The exports of the manifest with their locations; empty if another assembly can also provide cmdlets.</summary>
    public IEnumerable<(string Name, Location Place)> ExportedBy(IAssemblySymbol assembly)
    {
        var assemblies = Assembly.Matches(Comment.Replace(_text.ToString(), "")).Cast<Match>().Select(match => match.Value)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (assemblies is [var only] && only.Equals(assembly.Name + ".dll", StringComparison.OrdinalIgnoreCase))
        {
            return _exported.Where(export => export.Name != "*").Select(export => (export.Name, LocationOf(export.Span)));
        }

        return [];
    }

    private Location LocationOf(TextSpan span) => Location.Create(_manifest.Path, span, _text.Lines.GetLinePositionSpan(span));

    private static List<(string Name, TextSpan Span)> ExportedBy(string manifest)
    {
        // Comments are replaced by spaces, so that locations do not change.
        var value = Exports.Match(Comment.Replace(manifest, comment => new string(' ', comment.Length))).Groups["value"];
        return [.. Quoted.Matches(value.Value).Cast<Match>().Select(match => match.Groups["name"])
            .Select(name => (name.Value, new TextSpan(value.Index + name.Index, name.Length)))];
    }

    private static string LastTwoParts(string path)
    {
        var parts = path.Split('/', '\\');
        if (parts.Length > 1)
        {
            return $"{parts[parts.Length - 2]}/{parts[parts.Length - 1]}";
        }

        return path;
    }
}
