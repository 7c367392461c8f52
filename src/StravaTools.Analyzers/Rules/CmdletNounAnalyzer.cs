using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1002: a cmdlet's noun is singular, in Pascal case, and names its module.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CmdletNounAnalyzer : DiagnosticAnalyzer
{
    /// <summary>
    /// The option in .editorconfig with the words of which each noun must contain one, so that cmdlets of different modules do not collide.
    /// </summary>
    internal const string NounWordsOption = "stravatools_cmdlet_noun_words";

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.CmdletNoun,
        "A cmdlet's noun is singular and names its module",
        "The noun '{0}' {1}",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.CmdletNoun));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCmdletAction(AnalyzeCmdlet);
    }

    private static void AnalyzeCmdlet(SymbolAnalysisContext context, CmdletClass cmdlet)
    {
        var place = cmdlet.PlaceOfNoun(context.CancellationToken);
        if (WhatIsWrong(cmdlet.Noun, WordsOfTheModule(context.Options, place)) is { } wrong)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, place, cmdlet.Noun, wrong));
        }
    }

    private static string? WhatIsWrong(string noun, string[] moduleWords)
    {
        if (!PascalCase.IsPascalCase(noun))
        {
            return "is not in Pascal case";
        }

        if (PascalCase.WordsOf(noun) is [.., var last] && PascalCase.IsPlural(last))
        {
            return $"is a plural. Use the singular of '{last}', regardless of the number of objects.";
        }

        if (moduleWords.Length > 0 && !moduleWords.Any(word => noun.Contains(word)))
        {
            return $"contains none of the module's words ({string.Join(", ", moduleWords)})";
        }

        return null;
    }

    private static string[] WordsOfTheModule(AnalyzerOptions options, Location place)
    {
        if (place.SourceTree is { } tree
            && options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(NounWordsOption, out var words))
        {
            return words.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        }

        return [];
    }
}
