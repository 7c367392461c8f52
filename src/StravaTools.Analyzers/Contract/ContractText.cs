using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StravaTools.Analyzers.Contract;

/// <summary>All clause files of a compilation.</summary>
internal sealed class ContractText(ImmutableArray<ClauseFile> files)
{
    private readonly ILookup<string, Clause> _clauses = files.SelectMany(file => file.Clauses)
        .ToLookup(clause => clause.Id, StringComparer.Ordinal);

    public ImmutableArray<ClauseFile> Files => files;

    /// <summary>Every clause, in the order of the files; both clauses of a duplicate ID.</summary>
    public IEnumerable<Clause> Clauses => files.SelectMany(file => file.Clauses);

    public static ContractText ForCompilation(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
        PerCompilation<ContractText>.Get(compilation, () => ReadFiles(options, cancellationToken));

    public bool Contains(string id) => _clauses.Contains(id);

    /// <summary>The first clause with the ID.</summary>
    public Clause FirstWithId(string id) => _clauses[id].First();

    /// <summary>The suggestion for an unknown ID: the closest ID.</summary>
    public string HintFor(string id)
    {
        if (_clauses.Select(group => group.Key).OrderBy(one => one, StringComparer.Ordinal)
            .FirstOrDefault(one => Spelling.AreNear(one, id)) is { } near)
        {
            return $". Did you mean '{near}'?";
        }

        return "";
    }

    private static ContractText ReadFiles(AnalyzerOptions options, CancellationToken cancellationToken) => new(
        [.. options.AdditionalFiles
            .Where(file => file.Path.EndsWith(ClauseFile.Extension, StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, Text: file.GetText(cancellationToken)))
            .Where(file => file.Text is not null)
            .Select(file => ClauseFile.ParseClauses(file.Path, file.Text!))]);
}
