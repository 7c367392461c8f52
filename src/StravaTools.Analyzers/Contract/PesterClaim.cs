using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Contract;

/// <summary>
/// A claim of a Pester test. It is found by the form of its line, <c>It 'sends a file' -Tag 'Clause:UP-014', 'Clause:UP-015'</c>, without
/// knowledge of PowerShell. tests/Module/Contract.Tests.ps1 checks with PowerShell's own parser that such lines are tests and that all
/// claims have this form.
/// </summary>
internal sealed record PesterClaim(string Id, string Test, Location Location)
{
    private static readonly Regex Line = new(
        @"^\s*It '(?<test>([^']|'')*)' -Tag ('Clause:(?<id>[^']*)'|'[^']*')(, ('Clause:(?<id>[^']*)'|'[^']*'))*",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    public static bool IsPester(string path) => path.EndsWith(".Tests.ps1", StringComparison.OrdinalIgnoreCase);

    /// <summary>The claims in a Pester file, in the order of its lines.</summary>
    public static IEnumerable<PesterClaim> In(string path, SourceText text)
    {
        var file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return from line in text.Lines
               let match = Line.Match(line.ToString())
               from Capture id in match.Groups["id"].Captures
               let place = ClauseFile.LocationOf(path, text, new TextSpan(line.Start + id.Index, id.Length))
               select new PesterClaim(id.Value, $"{file}: {match.Groups["test"].Value.Replace("''", "'")}", place);
    }
}
