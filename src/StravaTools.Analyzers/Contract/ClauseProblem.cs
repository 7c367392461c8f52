using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.Contract;

/// <summary>A line that is not a valid clause, and the reason.</summary>
internal sealed record ClauseProblem(string Message, Location Location);
