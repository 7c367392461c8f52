using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StravaTools.Analyzers.Tests.House;

/// <summary>
/// The figures that compare the code base with others and with its own past: sizes, short names, conditional operators, namespaces,
/// long lines, and words. Places are <c>path(line): text</c>. Words are counted in all files, everything else in C# files.
/// </summary>
internal sealed class HouseFigures
{
    private const int ShortName = 5;
    private const int LongLine = 140;

    /// <summary>
    /// A folder that is compiled into every test project. It is the root of a namespace of its own, because <c>Shared</c> is a keyword
    /// of Visual Basic and must not be a part of one (CA1716).
    /// </summary>
    private const string SharedFolder = "tests/Shared";
    private const string SharedNamespace = "StravaTools.Tests";

    private readonly List<int> _methodLengths = [];
    private readonly List<string> _shortNames = [];
    private readonly List<string> _chained = [];
    private readonly List<string> _namespaces = [];
    private readonly List<string> _forbidden = [];
    private readonly List<string> _discouraged = [];
    private int _conditionals;

    public HouseFigures(IReadOnlyCollection<HouseFile> files)
    {
        var code = files.Where(file => file.IsCode).ToList();
        foreach (var file in code)
        {
            Measure(file);
        }

        Files = code.Count;
        Lines = code.Sum(file => file.Lines.Count);
        FileLengths = Distribution.Of(code.Select(file => file.Lines.Count));
        MethodLengths = Distribution.Of(_methodLengths);
        LongLines = [.. code.SelectMany(file => FindLines(file, line => line.Length > LongLine))];
        foreach (var document in files.Where(file => !file.IsCode))
        {
            CountWords(document.Path, document.Lines);
        }
    }

    /// <summary>The number of C# files.</summary>
    public int Files { get; }

    /// <summary>The number of lines in C# files, with comments and empty lines.</summary>
    public int Lines { get; }

    /// <summary>Lines per file.</summary>
    public Distribution FileLengths { get; }

    /// <summary>Lines per method, from its attributes to its closing brace.</summary>
    public Distribution MethodLengths { get; }

    /// <summary>The ordinary methods; constructors, operators, accessors, and local functions do not count.</summary>
    public int Methods => _methodLengths.Count;

    /// <summary>Methods whose name has five letters or fewer.</summary>
    public IReadOnlyList<string> ShortNames => _shortNames;

    /// <summary>Their share of all methods, in percent.</summary>
    public double ShortNamePercent => Methods == 0 ? 0 : 100.0 * ShortNames.Count / Methods;

    /// <summary>Conditional operators (<c>?:</c>) per thousand lines.</summary>
    public double ConditionalsPerThousandLines => Lines == 0 ? 0 : 1000.0 * _conditionals / Lines;

    /// <summary>Conditional operators that are directly a branch of another one.</summary>
    public IReadOnlyList<string> ChainedConditionals => _chained;

    /// <summary>
    /// Namespaces that differ from the project's name and the folder. Types in the platform's own namespaces do not count. The files that
    /// the tests share have their own root namespace.
    /// </summary>
    public IReadOnlyList<string> ForeignNamespaces => _namespaces;

    /// <summary>Lines with more than 140 characters.</summary>
    public IReadOnlyList<string> LongLines { get; }

    /// <summary>Each use of a word that we do not write, in documents and in the comments, strings, and names of methods of code.</summary>
    public IReadOnlyList<string> ForbiddenWords => _forbidden;

    /// <summary>Each use of a word that we avoid.</summary>
    public IReadOnlyList<string> DiscouragedWords => _discouraged;

    /// <summary>All figures, one per line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        files / lines                              {Files} / {Lines}
        file length, median / p90 / max            {FileLengths}
        method length, median / p90 / max          {MethodLengths}
        methods named with {ShortName} letters or fewer      {ShortNames.Count} of {Methods} ({ShortNamePercent:F1} %)
        conditional operators per 1,000 lines      {ConditionalsPerThousandLines:F1} (chained: {ChainedConditionals.Count})
        namespaces that are not the folder         {ForeignNamespaces.Count}
        lines over {LongLine} characters                 {LongLines.Count}
        forbidden words                            {ForbiddenWords.Count}
        discouraged words                          {DiscouragedWords.Count}
        """);

    private void Measure(HouseFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text, path: file.Path, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot();
        CountWords(file.Path, ProseOf(root));
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case MethodDeclarationSyntax method:
                    Measure(method);
                    break;
                case ConditionalExpressionSyntax conditional:
                    Measure(conditional);
                    break;
                case BaseNamespaceDeclarationSyntax declared:
                    Measure(declared, file);
                    break;
                default:
                    break;
            }
        }
    }

    private void Measure(MethodDeclarationSyntax method)
    {
        var span = method.GetLocation().GetLineSpan();
        _methodLengths.Add(span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
        if (method.Identifier.ValueText.Length <= ShortName)
        {
            _shortNames.Add(PlaceOf(method.Identifier.GetLocation(), method.Identifier.ValueText));
        }
    }

    private void Measure(ConditionalExpressionSyntax conditional)
    {
        _conditionals++;
        ExpressionSyntax branch = conditional;
        while (branch.Parent is ParenthesizedExpressionSyntax parentheses)
        {
            branch = parentheses;
        }

        if (branch.Parent is ConditionalExpressionSyntax outer && outer.Condition != branch)
        {
            _chained.Add(PlaceOf(conditional.GetLocation(), conditional.ToString()));
        }
    }

    private void Measure(BaseNamespaceDeclarationSyntax declared, HouseFile file)
    {
        var name = declared.Name.ToString();
        var isPlatforms = name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
        if (name != NameNamespace(file.Path) && !isPlatforms)
        {
            _namespaces.Add(PlaceOf(declared.Name.GetLocation(), name));
        }
    }

    private static string NameNamespace(string path)
    {
        var folder = path[..path.LastIndexOf('/')];
        if (folder == SharedFolder)
        {
            return SharedNamespace;
        }

        return string.Join('.', folder.Split('/')[1..]);
    }

    private static IEnumerable<string> FindLines(HouseFile file, Func<string, bool> matches) =>
        file.Lines.Select((line, index) => (line, index)).Where(one => matches(one.line))
        .Select(one => PlaceOf(file.Path, one.index, one.line));

    private void CountWords(string path, IReadOnlyList<string> lines)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            _forbidden.AddRange(WordList.Forbidden.FindIn(lines[index]).Select(word => PlaceOf(path, index, word)));
            _discouraged.AddRange(WordList.Discouraged.FindIn(lines[index]).Select(word => PlaceOf(path, index, word)));
        }
    }

    /// <summary>
    /// The code with everything but comments, strings, and the names of methods replaced by spaces, so that locations do not change.
    /// </summary>
    private static string[] ProseOf(SyntaxNode root)
    {
        var text = root.ToFullString();
        var prose = new char[text.Length];
        for (var index = 0; index < text.Length; index++)
        {
            prose[index] = text[index] == '\n' ? '\n' : ' ';
        }

        var comments = root.DescendantTrivia().Where(IsComment).Select(trivia => trivia.FullSpan);
        var strings = root.DescendantTokens().Where(IsString).Select(token => token.Span);
        foreach (var span in comments.Concat(strings))
        {
            text.CopyTo(span.Start, prose, span.Start, span.Length);
        }

        foreach (var name in root.DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.Identifier))
        {
            name.Text.Replace('_', ' ').CopyTo(0, prose, name.SpanStart, name.Text.Length);
        }

        return new string(prose).Split('\n');
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static bool IsString(SyntaxToken token) =>
        token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    private static string PlaceOf(Location location, string text)
    {
        var span = location.GetLineSpan();
        return PlaceOf(span.Path, span.StartLinePosition.Line, text);
    }

    private static string PlaceOf(string path, int line, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}({line + 1}): {text.Trim()}");
}
