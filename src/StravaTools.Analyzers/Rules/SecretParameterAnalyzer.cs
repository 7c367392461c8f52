using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1009: parameters do not accept secrets as plain text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretParameterAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<string> Secrets =
        ["Token", "Tokens", "Secret", "Secrets", "Password", "Passwords", "Passphrase", "ApiKey", "ApiKeys"];

    /// <summary>Last words of names that only refer to a secret: -TokenPath is the location of a token.</summary>
    private static readonly ImmutableArray<string> Facts =
    [
        "Directory", "Endpoint", "Expiry", "File", "Folder", "Id", "Kind", "Length",
        "Name", "Path", "Scope", "Store", "Type", "Uri", "Url", "Variable",
    ];

    /// <summary>Tokens of these kinds mark a position and are not secret.</summary>
    private static readonly ImmutableArray<string> Places = ["Continuation", "Cursor", "Next", "Page", "Skip", "Sync"];

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.SecretParameter,
        "Parameters do not accept secrets as plain text",
        "-{0} accepts a secret as plain text, which is saved in histories and logs. Use a SecureString or a PSCredential.",
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
            // Base classes of cmdlets can also have parameters, so each property is checked separately.
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
        return isSecret && !words.Any(word => Places.Contains(word, StringComparer.Ordinal))
            && !Facts.Contains(words[words.Count - 1], StringComparer.Ordinal);
    }
}
