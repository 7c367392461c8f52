using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using StravaTools.Analyzers.Contract;

namespace Conformance.Support;

/// <summary>The values that clauses enumerate. A list is written only once, in its clause, and tests iterate over it.</summary>
internal static partial class Enumeration
{
    public static IReadOnlyList<string> Of(string clause) => Values(All().Single(one => one.Id == clause));

    /// <summary>The enumerating clauses of a section, by ID.</summary>
    public static IEnumerable<string> In(string section) => All().Where(clause => clause.Section == section).Select(clause => clause.Id);

    public static string StatementOf(string clause) => All().Single(one => one.Id == clause).Statement;

    private static IEnumerable<Clause> All() => Directory.GetFiles(Path.Combine(Places.Tests, "Conformance", "contract"), "*.clauses")
        .SelectMany(path => ClauseFile.ParseClauses(path, SourceText.From(File.ReadAllText(path))).Clauses);

    private static string[] Values(Clause clause) => [.. Value().Matches(clause.Statement).Select(match => match.Value)];

    [GeneratedRegex(@"\w+(?=,|\.$)", RegexOptions.None, 1000)]
    private static partial Regex Value();
}
