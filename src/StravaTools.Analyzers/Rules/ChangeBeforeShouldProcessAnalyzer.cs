using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1007: a cmdlet that supports -WhatIf asks before it changes something, and heeds the answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChangeBeforeShouldProcessAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.ChangeBeforeShouldProcess,
        "A cmdlet that supports -WhatIf asks before it changes something",
        "{0} {1}",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.ChangeBeforeShouldProcess),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCmdletFlowAction(Check);
    }

    private static void Check(CompilationAnalysisContext context, CmdletClass cmdlet, CmdletFlow flow)
    {
        if (!cmdlet.SupportsShouldProcess)
        {
            return;
        }

        var questions = flow.AllSteps().Where(step => StateChanges.IsQuestion(step.Target)).ToList();
        if (questions.Count == 0)
        {
            var place = cmdlet.PlaceOfShouldProcess(context.CancellationToken);
            Report(context, place, cmdlet, "supports -WhatIf and never calls ShouldProcess: it would change things all the same");
            return;
        }

        foreach (var question in questions.Where(IsIgnored))
        {
            Report(context, question.Operation.Syntax.GetLocation(), cmdlet, "asks and does not look at the answer");
        }

        foreach (var change in flow.ChangesBeforeAsking())
        {
            Report(context, change.Operation.Syntax.GetLocation(), cmdlet, $"calls {change.Target.Name} before ShouldProcess, so that -WhatIf does it, too");
        }
    }

    private static bool IsIgnored(Step question) =>
        question.Operation.Parent is IExpressionStatementOperation or IAwaitOperation { Parent: IExpressionStatementOperation };

    private static void Report(CompilationAnalysisContext context, Location place, CmdletClass cmdlet, string what) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, place, cmdlet.Name, what));
}
