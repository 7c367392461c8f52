using System.Text;
using System.Xml;
using StravaTools.Activities.Formats.Repair;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Repairs XML as a document without namespaces, as it is read: prefixes that nobody declared are data like any other, and all that is not
/// understood stays.
/// </summary>
internal static class XmlRepair
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> content, IXmlRepair format, RepairLog repairs,
        CancellationToken cancellationToken)
    {
        if (XmlLimits.FindTooLong(content.Span) >= 0)
        {
            return content;
        }

        if ((LoadDocument(content) ?? LoadCutBack(content, format.EndOfPoint, repairs)) is not { DocumentElement: { } root } document)
        {
            return content;
        }

        format.Repair(root, cancellationToken);
        if (repairs.Actions.Count == 0)
        {
            return content;
        }

        try
        {
            return SaveDocument(document);
        }
        catch (Exception e) when (IsBroken(e))
        {
            // It has characters that can be read but not be written, as half a surrogate pair.
            repairs.RemoveAll();
            return content;
        }
    }

    /// <summary>Null if it is not well-formed, or has a DTD.</summary>
    private static XmlDocument? LoadDocument(ReadOnlyMemory<byte> content)
    {
        using var xml = Reader(content);
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        try
        {
            document.Load(xml);
            return document;
        }
        catch (Exception e) when (IsBroken(e))
        {
            return null;
        }
    }

    /// <summary>A file that breaks off ends after its last whole point, and the elements around it are closed.</summary>
    private static XmlDocument? LoadCutBack(ReadOnlyMemory<byte> content, string endOfPoint, RepairLog repairs)
    {
        var end = content.Span.LastIndexOf(Encoding.ASCII.GetBytes(endOfPoint));
        if (end < 0)
        {
            return null;
        }

        var cut = content[..(end + endOfPoint.Length)];
        var closed = string.Concat(OpenElements(cut).Select(name => $"</{name}>"));
        var document = LoadDocument((byte[])[.. cut.Span, .. "\n"u8, .. Encoding.UTF8.GetBytes(closed)]);
        if (document is not null)
        {
            repairs.AddAction(
                ActivityRepairKind.CutBack,
                FormattableString.Invariant(
                    $"The file breaks off. It was cut back to its last whole point and closed; {content.Length - cut.Length:N0} bytes after it are gone."));
        }

        return document;
    }

    /// <summary>The innermost first.</summary>
    private static Stack<string> OpenElements(ReadOnlyMemory<byte> content)
    {
        var open = new Stack<string>();
        using var xml = Reader(content);
        try
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false })
                {
                    open.Push(xml.Name);
                }
                else if (xml.NodeType == XmlNodeType.EndElement)
                {
                    open.Pop();
                }
            }
        }
        catch (Exception e) when (IsBroken(e))
        {
            // It ends where it was cut.
        }

        return open;
    }

    private static XmlTextReader Reader(ReadOnlyMemory<byte> content)
    {
        return new XmlTextReader(content[XmlStart.FindIn(content.Span).Offset..].AsStream())
        {
            Namespaces = false,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            EntityHandling = EntityHandling.ExpandEntities,
        };
    }

    private static byte[] SaveDocument(XmlDocument document)
    {
        if (document.FirstChild is XmlDeclaration declaration)
        {
            declaration.Encoding = "utf-8";
        }

        using var stream = new MemoryStream();
        using (var xml = new XmlTextWriter(stream, Utf8) { Namespaces = false })
        {
            document.WriteTo(xml);
        }

        return stream.ToArray();
    }

    private static bool IsBroken(Exception e) =>
        e is XmlException or DecoderFallbackException or ArgumentException or NotSupportedException or InvalidOperationException;
}
