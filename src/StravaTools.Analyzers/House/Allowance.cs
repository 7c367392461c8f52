using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.House;

/// <summary>A place where a rule of the house does not hold, with its reason.</summary>
internal sealed record Allowance(string RuleId, string File, string? Member, Location Location)
{
    public bool Covers(SyntaxTree tree) => tree.FilePath.Replace('\\', '/').EndsWith("/" + File, StringComparison.Ordinal);
}
