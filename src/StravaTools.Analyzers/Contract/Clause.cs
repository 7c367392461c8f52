using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Contract;

/// <summary>How far a clause has come, by its own line; whether it is claimed is said by tests.</summary>
internal enum ClauseState
{
    /// <summary>A test has to show it.</summary>
    Due,

    /// <summary>The work that fulfils it has not landed yet.</summary>
    Planned,

    /// <summary>No test can show it; the line says why.</summary>
    NotShown,
}

/// <summary>A statement of a document, as one line of a clause file has it.</summary>
internal sealed record Clause(
    string Id, string Level, string Binds, ClauseState State, string? Reason, string Statement, string Section, Location Location);

/// <summary>A line that is no clause, and why.</summary>
internal sealed record ClauseProblem(string Message, Location Location);

/// <summary>A clause file: what a document says, in order.</summary>
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
