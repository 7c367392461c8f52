using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Contract;

/// <summary>A clause file: the statements of a document in order.</summary>
internal sealed class ClauseFile(string path, ImmutableArray<Clause> clauses, ImmutableArray<ClauseProblem> problems)
{
    public const string Extension = ".clauses";

    public string Path => path;

    public ImmutableArray<Clause> Clauses => clauses;

    public ImmutableArray<ClauseProblem> Problems => problems;

    public static ClauseFile ParseClauses(string path, SourceText text)
    {
        var clauses = ImmutableArray.CreateBuilder<Clause>();
        var problems = ImmutableArray.CreateBuilder<ClauseProblem>();
        var section = "";
        foreach (var line in text.Lines)
        {
            var content = line.ToString().TrimEnd();
            if (content.StartsWith("## ", StringComparison.Ordinal))
            {
                section = content.Substring(3).Trim();
            }
            else if (content.Length > 0 && content[0] != '#')
            {
                var location = LocationOf(path, text, TextSpan.FromBounds(line.Start, line.Start + content.Length));
                if (ClauseLine.ParseLine(content, section, location, out var clause) is { } problem)
                {
                    problems.Add(new ClauseProblem(problem, location));
                }
                else
                {
                    clauses.Add(clause!);
                }
            }
        }

        return new ClauseFile(path, clauses.ToImmutable(), problems.ToImmutable());
    }

    public static Location LocationOf(string path, SourceText text, TextSpan span) =>
        Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
}
