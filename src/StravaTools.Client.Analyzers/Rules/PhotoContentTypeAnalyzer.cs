using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StravaTools.Client.Analyzers.Usage;

namespace StravaTools.Client.Analyzers.Rules;

/// <summary>STRV4004: photos are sent as image/jpeg, regardless of the format.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PhotoContentTypeAnalyzer : DiagnosticAnalyzer
{
    private const string MediaType = "System.Net.Http.Headers.MediaTypeHeaderValue";

    private static readonly DiagnosticDescriptor Rule = new(
        UsageRuleIdentifiers.PhotoContentType,
        "Photos are sent as image/jpeg, regardless of the format",
        "This photo is sent as '{0}', but Strava requires image/jpeg, also for PNG pictures. Call UploadPhotoAsync or send image/jpeg.",
        UsageRuleIdentifiers.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: UsageRuleIdentifiers.HelpLink(UsageRuleIdentifiers.PhotoContentType));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ClientNames.PhotoMetadata) is not null)
            {
                start.RegisterOperationBlockStartAction(StartBlock);
            }
        });
    }

    /// <summary>Few methods use photos; only these are inspected completely.</summary>
    private static void StartBlock(OperationBlockStartAnalysisContext context)
    {
        var hasAddress = 0;
        context.RegisterOperationAction(
            operation =>
            {
                if (PhotoRequests.IsAddressOfPhoto(operation.Operation))
                {
                    Interlocked.Exchange(ref hasAddress, 1);
                }
            },
            OperationKind.PropertyReference);
        context.RegisterOperationBlockEndAction(end =>
        {
            if (Volatile.Read(ref hasAddress) != 0)
            {
                AnalyzeBlock(end);
            }
        });
    }

    private static void AnalyzeBlock(OperationBlockAnalysisContext context)
    {
        foreach (var body in context.OperationBlocks)
        {
            if (PhotoRequests.FindIn(body) is { } requests)
            {
                foreach (var place in body.Descendants().Select(operation => ContentTypeOf(operation, requests)).OfType<IOperation>())
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, place.Syntax.GetLocation(), place.ConstantValue.Value));
                }
            }
        }
    }

    /// <summary>The content type that is set on one of the contents; null if it is image/jpeg or unknown.</summary>
    private static IOperation? ContentTypeOf(IOperation operation, PhotoRequests requests) => operation switch
    {
        // content.Headers.ContentType = new MediaTypeHeaderValue("image/png"), and .ContentType.MediaType = "image/png".
        ISimpleAssignmentOperation
        {
            Target: IPropertyReferenceOperation { Property.Name: "ContentType", Instance: { } headers },
        } assignment
            when IsHeadersOfContent(headers, requests) => FindWrongType(assignment.Value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "MediaType", Instance: { } type } } assignment
            when type is IPropertyReferenceOperation { Property.Name: "ContentType", Instance: { } headers }
            && IsHeadersOfContent(headers, requests) => FindWrongType(assignment.Value),
        // content.Headers.Add("Content-Type", "image/png")
        IInvocationOperation
        {
            TargetMethod.Name: "Add" or "TryAddWithoutValidation",
            Instance: { } headers,
            Arguments: [{ Value: var name }, { Value: var value }],
        }
            when IsContentType(name) && IsHeadersOfContent(headers, requests) => FindWrongType(value),
        // new StringContent(text, encoding, "image/png")
        IObjectCreationOperation { Arguments: [_, _, { Value: var type }] } creation
            when Operations.IsType(creation.Type, "System.Net.Http.StringContent") && requests.IsContent(creation) => FindWrongType(type),
        _ => null,
    };

    private static bool IsHeadersOfContent(IOperation headers, PhotoRequests requests) =>
        Operations.Unwrap(headers) is IPropertyReferenceOperation { Property.Name: "Headers", Instance: { } content }
        && requests.IsContent(content);

    private static bool IsContentType(IOperation name) =>
        name.ConstantValue is { HasValue: true, Value: string text } && text.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    private static IOperation? FindWrongType(IOperation value)
    {
        value = Operations.Unwrap(value);
        if (value is IObjectCreationOperation { Arguments: [{ Value: var made }, ..] } creation
            && Operations.IsType(creation.Type, MediaType))
        {
            value = made;
        }
        else if (value is IInvocationOperation { TargetMethod.Name: "Parse", Arguments: [{ Value: var parsed }] } parse
            && Operations.IsType(parse.TargetMethod.ContainingType, MediaType))
        {
            value = parsed;
        }

        if (value.ConstantValue is { HasValue: true, Value: string type } && !type.Equals("image/jpeg", StringComparison.OrdinalIgnoreCase))
        {
            return value;
        }

        return null;
    }
}
