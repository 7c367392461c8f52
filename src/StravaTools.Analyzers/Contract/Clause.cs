using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.Contract;

/// <summary>A statement of a document: one line of a clause file.</summary>
internal sealed record Clause(
    string Id, string Level, string Binds, ClauseState State, string? Reason, string Statement, string Section, Location Location);
