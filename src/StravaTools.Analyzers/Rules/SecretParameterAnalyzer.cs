using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1009: no parameter takes a secret as plain text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretParameterAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<string> Secrets = ["Token", "Tokens", "Secret", "Secrets", "Password", "Passwords", "Passphrase", "ApiKey", "ApiKeys"];

    /// <summary>What a secret has, and is none itself: -TokenPath is where it lies.</summary>
    private static readonly ImmutableArray<string> Facts =
        ["Directory", "Endpoint", "Expiry", "File", "Folder", "Id", "Kind", "Length", "Name", "Path", "Scope", "Store", "Type", "Uri", "Url", "Variable"];

    /// <summary>A token of these kinds is a place in a list, and opens nothing.</summary>
    private static readonly ImmutableArray<string> Places = ["Continuation", "Cursor", "Next", "Page", "Skip", "Sync"];

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.SecretParameter,
        "No parameter takes a secret as plain text",
        "-{0} takes a secret as plain text, which ends up in histories and logs: make it a SecureString or a PSCredential",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.SecretParameter));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // The base classes of cmdlets have parameters, too, so each property is looked at by itself.
            if (start.Compilation.GetTypeByMetadataName(CmdletNames.ParameterAttribute) is { } parameterAttribute)
            {
                start.RegisterSymbolAction(symbol => AnalyzeProperty(symbol, parameterAttribute), SymbolKind.Property);
            }
        });
    }

    private static void AnalyzeProperty(SymbolAnalysisContext context, INamedTypeSymbol parameterAttribute)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (IsText(property.Type) && IsSecret(property.Name) && CmdletParameters.IsParameter(property, parameterAttribute))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, property.Locations[0], property.Name));
        }
    }

    private static bool IsText(ITypeSymbol type) =>
        (type is IArrayTypeSymbol array ? array.ElementType : type).SpecialType == SpecialType.System_String;

    private static bool IsSecret(string name)
    {
        var words = PascalCase.WordsOf(name);
        var isSecret = words.Any(word => Secrets.Contains(word, StringComparer.Ordinal))
            || name.EndsWith("ApiKey", StringComparison.Ordinal) || name.EndsWith("APIKey", StringComparison.Ordinal);
        return isSecret && !words.Any(word => Places.Contains(word, StringComparer.Ordinal)) && !Facts.Contains(words[words.Count - 1], StringComparer.Ordinal);
    }
}
