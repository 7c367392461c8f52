using System.Text;
using System.Xml;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>Walks over any XML with .NET's reader, which judges what is well-formed. It never processes a DTD.</summary>
internal sealed class XmlReaderWalk(XmlActivityReader reader, XmlRules rules, FindingCollector findings) : IXmlSource
{
    private readonly StringBuilder _text = new();
    private XmlTextReader? _xml;
    private int _skippedLines;

    /// <summary>Made-up elements still to come.</summary>
    private int _madeUp;

    static XmlReaderWalk() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public SourceLocation Location { get; private set; }

    public string Prefix => _xml!.Name.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? _xml.Name[..colon] : "";

    public void WalkRest(XmlRest rest, CancellationToken cancellationToken)
    {
        _skippedLines = rest.SkippedLines;
        _madeUp = rest.MadeUpElements;
        var content = new LimitedStream(rest.Content);
        using var xml = new XmlTextReader(rest.MadeUp is null ? content : new JoinedStream(rest.MadeUp, content))
        {
            Namespaces = false,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            WhitespaceHandling = WhitespaceHandling.Significant,
        };
        _xml = xml;
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
            ReportBrokenXml(rest, e);
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

    private bool VisitNode(XmlTextReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                _text.Clear();
                return _madeUp > 0 ? SkipMadeUp() : VisitElement(xml);
            case XmlNodeType.Text or XmlNodeType.CDATA:
                _text.Append(xml.Value);
                break;
            case XmlNodeType.EndElement:
                var text = _text.Length == 0 ? [] : Encoding.UTF8.GetBytes(_text.ToString());
                _text.Clear();
                reader.LeaveElement(text);
                break;
        }

        return true;
    }

    private bool VisitElement(XmlTextReader xml)
    {
        var isEmpty = xml.IsEmptyElement;
        if (!reader.EnterElement(WithoutPrefix(xml)))
        {
            return false;
        }

        if (isEmpty)
        {
            reader.LeaveElement([]);
        }

        return true;
    }

    /// <summary>The reader was told of it when it was met.</summary>
    private bool SkipMadeUp()
    {
        _madeUp--;
        return true;
    }

    private static string WithoutPrefix(XmlTextReader xml)
    {
        var colon = xml.Name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return xml.Name;
        }

        return xml.NameTable.Add(xml.Name[(colon + 1)..]);
    }

    private void ReportBrokenXml(XmlRest rest, XmlException e)
    {
        // That a DTD is prohibited is the one exception without a place.
        if (e.LineNumber == 0 && e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            findings.Add(rules.HasDtd, "The file has a document type definition (DTD).", rest.Dtd);
        }
        else
        {
            findings.Add(rules.NotWellFormed, $"The XML is broken: {e.Message}", SourceLocation.At(e.LineNumber + _skippedLines, e.LinePosition));
        }
    }

    /// <summary>Ends a file whose next node is too long to be of an activity, before it fills the memory.</summary>
    private sealed class LimitedStream(Stream inner) : ForwardStream
    {
        /// <summary>Photos and notes are met in real files; a megabyte of one is not.</summary>
        private const int MostBytes = 1024 * 1024;

        private long _readSinceNode;

        public void ResetLimit() => _readSinceNode = 0;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            _readSinceNode += read;
            if (_readSinceNode <= MostBytes)
            {
                return read;
            }

            throw new InvalidDataException($"a name, value, text or comment is longer than {MostBytes / 1024 / 1024} MB.");
        }
    }
}
