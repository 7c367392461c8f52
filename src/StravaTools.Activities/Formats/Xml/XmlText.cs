using System.Buffers;
using System.Runtime.CompilerServices;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The text of one element in pieces, which comments, processing instructions, and CDATA sections separate.</summary>
internal sealed class XmlText
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public bool IsEmpty => _bytes.WrittenCount == 0;

    /// <summary>UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Adds a decoded piece. White space before the first other character does not count.</summary>
    public void Append(ReadOnlySpan<byte> piece)
    {
        if (!IsEmpty || !IsBlank(piece))
        {
            _bytes.Write(piece);
        }
    }

    public void Clear() => _bytes.ResetWrittenCount();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlank(ReadOnlySpan<byte> text) => text.IsEmpty || (text[0] <= ' ' && text.IndexOfAnyExcept(" \t\r\n"u8) < 0);
}
