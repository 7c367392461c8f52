using System.Text;
using System.Xml;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>Reads any XML with .NET's reader, which decides what is well-formed. It skips a DTD.</summary>
internal sealed class XmlReaderWalk(XmlActivityReader reader, XmlRules rules, XmlNameTable names, FindingCollector findings) : IXmlSource
{
    private readonly StringBuilder _text = new();
    private XmlTextReader? _xml;
    private int _skippedLines;

    static XmlReaderWalk() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public SourceLocation Location { get; private set; }

    public void WalkDocument(FileContent file, CancellationToken cancellationToken)
    {
        var start = XmlStart.FindIn(file.Head.Span);
        _skippedLines = start.Line - 1;
        using var document = start.OpenDocument(file);
        var content = new LimitedStream(document);
        using var xml = new XmlTextReader(content)
        {
            Namespaces = false,
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            WhitespaceHandling = WhitespaceHandling.All,

            // Otherwise, undeclared entities and references to forbidden characters are not errors.
            EntityHandling = EntityHandling.ExpandEntities,
            Normalization = true,
        };
        _xml = xml;
        if (XmlRoot.FindDoctype(file.Head.Span) is { } doctype)
        {
            findings.Add(rules.HasDtd, "The file has a document type definition (DTD).", doctype);
        }

        try
        {
            while (xml.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                content.ResetLimit();
                Location = SourceLocation.At(xml.LineNumber + _skippedLines, xml.LinePosition);
                if (!VisitNode(xml))
                {
                    return;
                }
            }
        }
        catch (XmlException e)
        {
            var location = SourceLocation.At(e.LineNumber + _skippedLines, e.LinePosition);
            findings.Add(rules.NotWellFormed, $"The XML is broken: {e.Message}", location);
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException or NotSupportedException or InvalidDataException)
        {
            findings.Add(rules.NotWellFormed, $"The XML cannot be read: {e.Message}", Location);
        }
    }

    public bool TryGetAttribute(string name, out ReadOnlySpan<byte> value)
    {
        var text = _xml!.GetAttribute(name);
        value = text is null ? default : Encoding.UTF8.GetBytes(text);
        return text is not null;
    }

    public string GetAttributeName(int index)
    {
        _xml!.MoveToAttribute(index);
        var name = _xml.Name;
        _xml.MoveToElement();
        return name;
    }

    public string GetString(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);

    private bool VisitNode(XmlTextReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                _text.Clear();
                return VisitElement(xml);
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                AddText(xml.Value);
                break;
            case XmlNodeType.EndElement:
                var text = _text.Length == 0 ? [] : Encoding.UTF8.GetBytes(_text.ToString());
                _text.Clear();
                reader.LeaveElement(text);
                break;
        }

        return true;
    }

    /// <summary>Adds a piece of text, like <see cref="XmlText.Append"/>.</summary>
    private void AddText(string piece)
    {
        if (_text.Length == 0 && piece.AsSpan().IndexOfAnyExcept(" \t\r\n") < 0)
        {
            return;
        }

        _text.Append(piece);
        if (_text.Length > XmlLimits.MaxPart)
        {
            throw new InvalidDataException(XmlLimits.PartTooLong);
        }
    }

    private bool VisitElement(XmlTextReader xml)
    {
        var isEmpty = xml.IsEmptyElement;
        if (!reader.EnterElement(FindName(xml.Name), xml.AttributeCount))
        {
            return false;
        }

        if (isEmpty)
        {
            reader.LeaveElement([]);
        }

        return true;
    }

    private XmlName FindName(string written)
    {
        var bytes = Encoding.UTF8.GetBytes(written);
        return names.Find(bytes) ?? names.Add(bytes);
    }

    /// <summary>Stops reading at a node that is too long for any activity, before it exhausts the memory.</summary>
    private sealed class LimitedStream(Stream inner) : ForwardStream
    {
        private long _readSinceNode;

        public void ResetLimit() => _readSinceNode = 0;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            _readSinceNode += read;
            if (_readSinceNode <= XmlLimits.MaxPart)
            {
                return read;
            }

            throw new InvalidDataException(XmlLimits.PartTooLong);
        }
    }
}
