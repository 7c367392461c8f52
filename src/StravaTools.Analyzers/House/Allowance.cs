using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.House;

/// <summary>A place where a house rule does not apply, with the reason.</summary>
internal sealed record Allowance(string RuleId, string File, string? Member, Location Location)
{
    public bool Covers(SyntaxTree tree) => tree.FilePath.Replace('\\', '/').EndsWith("/" + File, StringComparison.Ordinal);
}
