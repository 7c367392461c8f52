using System.Globalization;
using System.Runtime.CompilerServices;

namespace StravaTools.Activities.Texts;

/// <summary>
/// Formats the values of an interpolated string with the invariant culture. A method that takes one instead of a string cannot get a text
/// that depends on the culture of the session.
/// </summary>
/// <param name="literalLength">The number of literal characters; the compiler passes it.</param>
/// <param name="formattedCount">The number of values; the compiler passes it.</param>
[InterpolatedStringHandler]
internal ref struct InvariantStringHandler(int literalLength, int formattedCount)
{
    private DefaultInterpolatedStringHandler _text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string? format) => _text.AppendFormatted(value, format);

    public string ToStringAndClear() => _text.ToStringAndClear();
}
