using Microsoft.CodeAnalysis.Diagnostics;

namespace StravaTools.Analyzers.Contract;

/// <summary>
/// The property <c>StravaToolsContract</c> of a project: <c>part</c> if the contract's rules apply to its tests, <c>whole</c> in the one
/// project that sees all clauses and all tests, and absent elsewhere.
/// </summary>
internal static class ContractScope
{
    public static bool IsTestProject(AnalyzerOptions options) => ReadValue(options).Length > 0;

    public static bool IsWhole(AnalyzerOptions options) => ReadValue(options) == "whole";

    private static string ReadValue(AnalyzerOptions options)
    {
        if (options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.StravaToolsContract", out var value))
        {
            return value;
        }

        return "";
    }
}
