using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StravaTools.Analyzers.Contract;

/// <summary>All clause files of a compilation.</summary>
internal sealed class ContractText(ImmutableArray<ClauseFile> files)
{
    private readonly HashSet<string> _ids = new(files.SelectMany(file => file.Clauses).Select(clause => clause.Id), StringComparer.Ordinal);

    public ImmutableArray<ClauseFile> Files => files;

    /// <summary>Null where the compilation has no clause files: then there is no contract to hold it to.</summary>
    public static ContractText? Of(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var files = options.AdditionalFiles
            .Where(file => file.Path.EndsWith(ClauseFile.Extension, StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, Text: file.GetText(cancellationToken)))
            .Where(file => file.Text is not null)
            .Select(file => ClauseFile.Parse(file.Path, file.Text!))
            .ToImmutableArray();
        return files.IsEmpty ? null : new ContractText(files);
    }

    public bool Has(string id) => _ids.Contains(id);

    /// <summary>The id that is likely meant by one that is unknown.</summary>
    public string? Nearest(string id) => _ids.OrderBy(one => one, StringComparer.Ordinal).FirstOrDefault(one => Spelling.AreNear(one, id));
}
