namespace StravaTools.Tests;

/// <summary>
/// Names the clauses of the contract (tests/Conformance/contract) that a test shows. Several tests can show one clause. The ids are
/// literals: the analyzers find claims of other projects by their text.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ClauseAttribute(params string[] ids) : Attribute
{
    public IReadOnlyList<string> Ids => ids;
}
