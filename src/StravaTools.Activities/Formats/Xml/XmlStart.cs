namespace StravaTools.Activities.Formats.Xml;

/// <summary>The beginning of a document. Real files have white space before the XML declaration, which XML parsers reject.</summary>
/// <param name="Offset">Bytes to skip. A byte order mark without white space after it is not skipped.</param>
/// <param name="Line">The line that the document begins on, from 1.</param>
internal readonly record struct XmlStart(int Offset, int Line)
{
    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="head">The first bytes of the file.</param>
    public static XmlStart FindIn(ReadOnlySpan<byte> head)
    {
        var mark = head.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var space = head[mark..].IndexOfAnyExcept(" \t\r\n"u8);
        if (space <= 0)
        {
            return new XmlStart(0, 1);
        }

        return new XmlStart(mark + space, 1 + head[mark..(mark + space)].Count((byte)'\n'));
    }

    /// <summary>The bytes of the document.</summary>
    public Stream OpenDocument(FileContent file)
    {
        var stream = file.Open();
        stream.Position = Offset;
        return stream;
    }
}
