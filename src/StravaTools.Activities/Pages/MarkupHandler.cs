using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace StravaTools.Activities.Pages;

/// <summary>
/// Appends an interpolated string to a page: the literals are markup, texts are encoded, and numbers do not depend on the culture. So a
/// text of a file cannot become markup by mistake.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler
{
    private readonly StringBuilder _page;

    /// <param name="literalLength">The number of literal characters; the compiler passes it.</param>
    /// <param name="formattedCount">The number of values; the compiler passes it.</param>
    /// <param name="builder">The page.</param>
    public MarkupHandler(int literalLength, int formattedCount, PageBuilder builder)
    {
        _ = (literalLength, formattedCount);
        _page = builder.Text;
    }

    public void AppendLiteral(string markup) => _page.Append(markup);

    public void AppendFormatted(Markup markup) => _page.Append(markup.Text);

    public void AppendFormatted(string? text) => _page.Append(PageText.Encode(text ?? ""));

    public void AppendFormatted(int number) => _page.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>Appends a number with at most two decimals, as coordinates of pictures have.</summary>
    public void AppendFormatted(double number) => _page.Append(CultureInfo.InvariantCulture, $"{number:0.##}");
}
