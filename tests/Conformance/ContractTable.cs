using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using StravaTools.Analyzers.Contract;

namespace Conformance;

/// <summary>
/// The generated part of README.md: the clauses with their tests, and the clauses that are planned or cannot be shown.
/// </summary>
internal static class ContractTable
{
    public const string Begin = "<!-- begin: written by ContractTableTests, UPDATE_GENERATED=1 -->";

    public const string End = "<!-- end -->";

    /// <summary>Creates the table for a folder of tests.</summary>
    public static string Of(string tests, CancellationToken cancellationToken)
    {
        var files = Files(Path.Combine(tests, "Conformance", "contract"), "*.clauses")
            .Select(path => ClauseFile.ParseClauses(path, Read(path))).ToList();
        var claims = new Claims(Directory.GetDirectories(tests).Order(StringComparer.Ordinal)
            .SelectMany(folder => Files(folder, "*.cs").Concat(Files(folder, "*.Tests.ps1")))
            .SelectMany(path => Claims.InFile(path, () => Read(path), cancellationToken)));
        var text = new StringBuilder();
        AppendCounts(text, files, claims);
        foreach (var file in files)
        {
            AppendFile(text, file, claims);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Files(string folder, string pattern) => !Directory.Exists(folder) ? [] :
        Directory.GetFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static SourceText Read(string path) => SourceText.From(File.ReadAllText(path));

    private static void AppendCounts(StringBuilder text, List<ClauseFile> files, Claims claims)
    {
        text.Append("| document | clauses | claimed | planned | not shown |\n|---|---:|---:|---:|---:|\n");
        foreach (var file in files)
        {
            AppendCount(text, $"[{Name(file)}](contract/{Name(file)}.clauses)", [.. file.Clauses], claims);
        }

        AppendCount(text, "all", [.. files.SelectMany(file => file.Clauses)], claims);
    }

    private static void AppendCount(StringBuilder text, string name, List<Clause> clauses, Claims claims) => text.Append(
        CultureInfo.InvariantCulture,
        $"| {name} | {clauses.Count} | {clauses.Count(clause => claims[clause.Id].Any())} | {In(clauses, ClauseState.Planned)} | "
            + $"{In(clauses, ClauseState.NotShown)} |\n");

    private static int In(List<Clause> clauses, ClauseState state) => clauses.Count(clause => clause.State == state);

    private static void AppendFile(StringBuilder text, ClauseFile file, Claims claims)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {Name(file)}\n");
        var section = "";
        foreach (var clause in file.Clauses)
        {
            if (clause.Section != section)
            {
                section = clause.Section;
                text.Append(
                    CultureInfo.InvariantCulture, $"\n### {Escape(section)}\n| clause | | statement | shown by |\n|---|---|---|---|\n");
            }

            text.Append(
                CultureInfo.InvariantCulture,
                $"| {clause.Id} | {clause.Level} {clause.Binds} | {Escape(clause.Statement)} | {ShownBy(clause, claims)} |\n");
        }
    }

    private static string ShownBy(Clause clause, Claims claims) => clause.State switch
    {
        ClauseState.Planned => "*planned*",
        ClauseState.NotShown => $"*not shown: {Escape(clause.Reason!)}*",
        _ => string.Join(
            "<br>",
            claims[clause.Id].Select(claim => claim.Test).Distinct(StringComparer.Ordinal)
            .Select(test => Escape(test.Replace('_', ' ')))),
    };

    private static string Name(ClauseFile file) => Path.GetFileNameWithoutExtension(file.Path);

    private static string Escape(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal);
}
