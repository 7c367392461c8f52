namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// The beginning of a document. Real files have white space before the XML declaration. This is not well-formed, but the rest is readable.
/// </summary>
/// <param name="Offset">Bytes to skip. A byte order mark without white space after it is not skipped.</param>
/// <param name="Line">The line that the document begins on, from 1.</param>
/// <param name="IsLate">True if white space precedes the XML declaration, which must be the first thing in a file.</param>
internal readonly record struct XmlStart(int Offset, int Line, bool IsLate)
{
    private const int DeclarationSize = 6;

    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="head">The first bytes of the file.</param>
    public static XmlStart FindIn(ReadOnlySpan<byte> head)
    {
        var mark = head.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var space = head[mark..].IndexOfAnyExcept(" \t\r\n"u8);
        if (space <= 0)
        {
            return new XmlStart(0, 1, IsLate: false);
        }

        return new XmlStart(
            mark + space, 1 + head[mark..(mark + space)].Count((byte)'\n'), IsDeclaration(head[(mark + space)..]));
    }

    /// <summary>True if the text begins with an XML declaration, and not with another processing instruction.</summary>
    public static bool IsDeclaration(ReadOnlySpan<byte> text) =>
        text.Length >= DeclarationSize && text.StartsWith("<?xml"u8) && XmlText.IsBlank(text[(DeclarationSize - 1)..DeclarationSize]);

    /// <summary>The bytes of the document.</summary>
    public Stream OpenDocument(FileContent file)
    {
        var stream = file.Open();
        stream.Position = Offset;
        return stream;
    }
}
