using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace StravaTools.FakeStrava.Face;

/// <summary>
/// Markup. The literals of an interpolated string are markup, and its values are encoded unless they are markup, so a text of a client
/// cannot become markup by mistake.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Html
{
    private readonly StringBuilder _text;

    /// <param name="literalLength">The number of literal characters; the compiler passes it.</param>
    /// <param name="formattedCount">The number of values; the compiler passes it.</param>
    public Html(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    public static Html Empty => $"";

    public bool IsEmpty => _text.Length == 0;

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(Html markup) => _text.Append(markup._text);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
        {
            _text.Append(piece._text);
        }
    }

    /// <summary>Appends a value as text. It does not depend on the culture.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        var text = value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString();
        _text.Append(WebUtility.HtmlEncode(text));
    }

    public override string ToString() => _text.ToString();
}
