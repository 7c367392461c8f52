using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Contract;

/// <summary>A claim in a Pester file, and where it is.</summary>
internal sealed record PesterClaim(string Id, Location Location);

/// <summary>A Describe, Context or It: its name, what it claims, and its <c>-Skip</c> where it has no condition.</summary>
internal sealed record PesterBlock(string Test, ImmutableArray<PesterClaim> Claims, Location? AlwaysSkipped);

/// <summary>As much of a Pester file as the contract needs: the heads of its blocks. Comments and strings are passed over; nothing is run.</summary>
internal sealed class PesterFile(ImmutableArray<PesterBlock> blocks)
{
    private const string Tag = "Clause:";

    public ImmutableArray<PesterBlock> Blocks => blocks;

    public static bool IsPester(string path) => path.EndsWith(".Tests.ps1", StringComparison.OrdinalIgnoreCase);

    /// <summary>The blocks of an additional file; none where it is no file of Pester's.</summary>
    public static ImmutableArray<PesterBlock> In(AdditionalFileAnalysisContext context) =>
        IsPester(context.AdditionalFile.Path) && context.AdditionalFile.GetText(context.CancellationToken) is { } text
            ? Parse(context.AdditionalFile.Path, text).Blocks
            : [];

    public static PesterFile Parse(string path, SourceText text)
    {
        var file = FileNameOf(path);
        var blocks = ImmutableArray.CreateBuilder<PesterBlock>();
        var tokens = new PowerShellTokens(text.ToString());
        for (var startsStatement = true; tokens.Next(); startsStatement = tokens.Kind is TokenKind.NewLine or TokenKind.Open)
        {
            if (startsStatement && tokens.Kind == TokenKind.Word && IsBlock(tokens.Value))
            {
                blocks.Add(ReadHead(tokens, file, span => ClauseFile.LocationOf(path, text, span)));
            }
        }

        return new PesterFile(blocks.ToImmutable());
    }

    /// <summary>Reads from the keyword to the brace that opens the block.</summary>
    private static PesterBlock ReadHead(PowerShellTokens tokens, string file, Func<TextSpan, Location> locate)
    {
        string? name = null;
        Location? skipped = null;
        var claims = ImmutableArray.CreateBuilder<PesterClaim>();
        var inTags = false;
        var outside = tokens.Depth;
        while (tokens.Next() && !(tokens.Kind == TokenKind.Open && tokens.Value == "{" && tokens.Depth == outside + 1))
        {
            var isOwn = tokens.Depth == outside;
            var isParameter = isOwn && tokens.Kind == TokenKind.Word && tokens.Value.StartsWith("-", StringComparison.Ordinal);
            if (isParameter)
            {
                inTags = Is(tokens.Value, "-Tag") || Is(tokens.Value, "-Tags");
                skipped ??= Is(tokens.Value, "-Skip") || Is(tokens.Value, "-Skip:$true") ? locate(tokens.Span) : null;
            }
            else if (inTags && tokens.Kind is (TokenKind.Text or TokenKind.Word) && tokens.Value.StartsWith(Tag, StringComparison.OrdinalIgnoreCase))
            {
                claims.Add(new PesterClaim(tokens.Value.Substring(Tag.Length), locate(tokens.Span)));
            }
            else if (isOwn && tokens.Kind == TokenKind.Text)
            {
                name ??= tokens.Value;
            }
            else if (isOwn && tokens.Kind == TokenKind.NewLine)
            {
                // A command ends with its line: this was none of Pester's blocks.
                break;
            }
        }

        return new PesterBlock($"{file}: {name}", claims.ToImmutable(), skipped);
    }

    private static bool IsBlock(string word) => Is(word, "It") || Is(word, "Context") || Is(word, "Describe");

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string FileNameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
