using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StravaTools.Client.Analyzers.Usage;

namespace StravaTools.Client.Analyzers.Rules;

/// <summary>STRV4003: source code does not contain access tokens.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenInSourceAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The option in .editorconfig with the prefixes of fake tokens in tests; the default is fake-.</summary>
    internal const string FakePrefixesOption = "stravatools_fake_token_prefixes";

    private static readonly string[] Schemes = ["Bearer ", "access_token "];

    private static readonly DiagnosticDescriptor Rule = new(
        UsageRuleIdentifiers.TokenInSource,
        "Source code does not contain access tokens",
        "Anyone with access to this code can use the token. Read the token from a secret store or from STRAVA_ACCESS_TOKEN.",
        UsageRuleIdentifiers.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: UsageRuleIdentifiers.HelpLink(UsageRuleIdentifiers.TokenInSource));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ClientNames.Client) is not null)
            {
                start.RegisterOperationAction(CheckCreation, OperationKind.ObjectCreation);
                start.RegisterOperationAction(CheckHeader, OperationKind.Invocation);
            }
        });
    }

    private static void CheckCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (Operations.IsType(creation.Type, ClientNames.StaticAccessToken) && creation.Arguments is [{ Value: var token }, ..])
        {
            Report(context, token, TextOf(token));
        }
        else if (Operations.IsType(creation.Type, "System.Net.Http.Headers.AuthenticationHeaderValue")
            && creation.Arguments is [{ Value: var scheme }, { Value: var parameter }] && TextOf(scheme) is "Bearer")
        {
            Report(context, parameter, TextOf(parameter));
        }
    }

    /// <summary>headers.Add("Authorization", "Bearer ...") and similar calls.</summary>
    private static void CheckHeader(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is "Add" or "TryAddWithoutValidation"
            && call.TargetMethod.ContainingType.Name.EndsWith("Headers", StringComparison.Ordinal)
            && call.Arguments is [{ Value: var name }, { Value: var value }, ..]
            && "Authorization".Equals(TextOf(name), StringComparison.OrdinalIgnoreCase)
            && TextOf(value) is { } text
            && Array.Find(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } used)
        {
            Report(context, value, text.Substring(used.Length));
        }
    }

    private static string? TextOf(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: string text })
        {
            return text;
        }

        return null;
    }

    private static void Report(OperationAnalysisContext context, IOperation place, string? token)
    {
        if (token?.Trim() is { Length: > 0 } text
            && !Prefixes(context).Any(prefix => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, place.Syntax.GetLocation()));
        }
    }

    private static string[] Prefixes(OperationAnalysisContext context)
    {
        if (context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree)
            .TryGetValue(FakePrefixesOption, out var prefixes))
        {
            return prefixes.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        }

        return ["fake-"];
    }
}
