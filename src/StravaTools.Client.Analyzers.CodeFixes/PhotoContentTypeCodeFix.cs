using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StravaTools.Client.Analyzers.CodeFixes;

/// <summary>STRV4004: replaces the content type that Strava does not accept with <c>"image/jpeg"</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PhotoContentTypeCodeFix))]
[Shared]
public sealed class PhotoContentTypeCodeFix : CodeFixProvider
{
    private const string Jpeg = "image/jpeg";
    private const string Title = $"Send the photo as {Jpeg}";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [UsageRuleIdentifiers.PhotoContentType];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span, getInnermostNodeForTie: true) is ExpressionSyntax contentType)
        {
            var fix = CodeAction.Create(Title, _ => Task.FromResult(UseJpeg(context.Document, root, contentType)), equivalenceKey: Title);
            context.RegisterCodeFix(fix, context.Diagnostics);
        }
    }

    private static Document UseJpeg(Document document, SyntaxNode root, ExpressionSyntax contentType)
    {
        var jpeg = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Jpeg));
        return document.WithSyntaxRoot(root.ReplaceNode(contentType, jpeg.WithTriviaFrom(contentType)));
    }
}
