using System.Text;
using System.Xml;
using StravaTools.Activities.Formats.Repair;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Repairs XML as a document without namespaces: undeclared prefixes are allowed, and unrecognized data is left untouched.
/// </summary>
internal static class XmlRepair
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static ReadOnlyMemory<byte> Repair(
        ReadOnlyMemory<byte> content, IXmlRepair format, RepairLog repairs, CancellationToken cancellationToken)
    {
        if (XmlLimits.FindTooLong(content.Span) >= 0)
        {
            return content;
        }

        var document = LoadDocument(content) ?? LoadUpToEnd(content, repairs) ?? LoadCutBack(content, format.EndOfPoint, repairs);
        if (document?.DocumentElement is not { } root)
        {
            return content;
        }

        if (XmlStart.FindIn(content.Span).IsLate)
        {
            repairs.AddAction(ActivityRepairKind.CutBack, "White space before the XML declaration was removed.");
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
            // It has characters that can be read but not written, such as half a surrogate pair.
            repairs.RemoveAll();
            return content;
        }
    }

    /// <summary>Null if it is not well-formed, has a DTD, or has more names than any real file.</summary>
    private static RepairDocument? LoadDocument(ReadOnlyMemory<byte> content)
    {
        using var xml = Reader(content);
        var document = new RepairDocument();
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

    /// <summary>Cuts off what follows the end of the root element.</summary>
    private static RepairDocument? LoadUpToEnd(ReadOnlyMemory<byte> content, RepairLog repairs)
    {
        if (NameOfRoot(content) is not { } root)
        {
            return null;
        }

        var endTag = Encoding.UTF8.GetBytes("</" + root);
        for (var at = content.Span.IndexOf(endTag); at >= 0;)
        {
            var rest = content.Span[at..];
            var length = rest.IndexOf((byte)'>') + 1;
            if (length > 0 && LoadDocument(content[..(at + length)]) is { } document)
            {
                repairs.AddAction(ActivityRepairKind.CutBack, DescribeRest(content.Length - at - length));
                return document;
            }

            var next = rest[1..].IndexOf(endTag);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    private static string? NameOfRoot(ReadOnlyMemory<byte> content)
    {
        using var xml = Reader(content);
        try
        {
            return xml.MoveToContent() == XmlNodeType.Element ? xml.Name : null;
        }
        catch (Exception e) when (IsBroken(e))
        {
            return null;
        }
    }

    private static string DescribeRest(int removed)
    {
        if (removed == 1)
        {
            return "1 byte after the end of the XML was removed.";
        }

        return FormattableString.Invariant($"{removed:N0} bytes after the end of the XML were removed.");
    }

    /// <summary>
    /// Cuts a truncated file after its last complete point, or after a later element that is not in a point, such as the creator. Closes
    /// the open elements.
    /// </summary>
    private static RepairDocument? LoadCutBack(ReadOnlyMemory<byte> content, string endOfPoint, RepairLog repairs)
    {
        var point = content.Span.LastIndexOf(Encoding.ASCII.GetBytes(endOfPoint));
        if (point < 0)
        {
            return null;
        }

        point += endOfPoint.Length;
        var startOfPoint = Encoding.ASCII.GetBytes(endOfPoint.Replace("</", "<", StringComparison.Ordinal).TrimEnd('>'));
        var element = EndOfLastElement(content.Span);
        if (element > point && content.Span[point..element].IndexOf(startOfPoint) < 0
            && LoadClosed(content, element, "element", repairs) is { } document)
        {
            return document;
        }

        return LoadClosed(content, point, "point", repairs);
    }

    /// <summary>The position after the last complete end tag; 0 without one.</summary>
    private static int EndOfLastElement(ReadOnlySpan<byte> content)
    {
        var close = content.LastIndexOf((byte)'>');
        while (close >= 0)
        {
            var tag = content[..close].LastIndexOf((byte)'<');
            if (tag < 0)
            {
                return 0;
            }

            if (content[tag..].StartsWith("</"u8))
            {
                return close + 1;
            }

            close = content[..tag].LastIndexOf((byte)'>');
        }

        return 0;
    }

    private static RepairDocument? LoadClosed(ReadOnlyMemory<byte> content, int length, string last, RepairLog repairs)
    {
        var cut = content[..length];
        var closed = string.Concat(OpenElements(cut).Select(name => $"</{name}>"));
        var document = LoadDocument((byte[])[.. cut.Span, .. "\n"u8, .. Encoding.UTF8.GetBytes(closed)]);
        if (document is not null)
        {
            repairs.AddAction(ActivityRepairKind.CutBack, DescribeCut(DescribeProblem(content), last, content.Length - cut.Length));
        }

        return document;
    }

    /// <summary>A file with the end tag of its root is not truncated, but has a fault before it.</summary>
    private static string DescribeProblem(ReadOnlyMemory<byte> content)
    {
        if (NameOfRoot(content) is { } root && content.Span.LastIndexOf(Encoding.UTF8.GetBytes("</" + root)) >= 0)
        {
            return "The XML is not well-formed.";
        }

        return "The file is truncated.";
    }

    private static string DescribeCut(string problem, string last, int removed)
    {
        var cut = $"{problem} It was cut after its last complete {last} and closed";
        if (removed == 0)
        {
            return $"{cut}.";
        }

        if (removed == 1)
        {
            return $"{cut}; 1 byte was removed.";
        }

        return FormattableString.Invariant($"{cut}; {removed:N0} bytes were removed.");
    }

    /// <summary>The names of the elements that are open at the end, the innermost first.</summary>
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
            // The content ends where it was cut.
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
