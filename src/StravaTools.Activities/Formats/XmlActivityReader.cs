using System.Globalization;
using System.Text;
using System.Xml;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats;

/// <summary>
/// What reading GPX and TCX has in common: a walk over the elements that never processes a DTD, keeps the path, gives each leaf its text, and
/// turns what is wrong with the XML into findings.
/// </summary>
/// <remarks>
/// Names are compared without their prefix: real files use prefixes they never declare, or no namespace at all, and every element that is read
/// has one meaning wherever Strava documents it.
/// </remarks>
internal abstract class XmlActivityReader(XmlRules rules, FindingCollector findings)
{
    private readonly List<string> _path = [];
    private readonly StringBuilder _text = new();
    private int _skippedLines;

    static XmlActivityReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    protected FindingCollector Findings { get; } = findings;

    /// <summary>The name of the element around the current one.</summary>
    protected string Parent => Ancestor(1);

    /// <summary>Where the reader stands.</summary>
    protected SourceLocation Location { get; private set; }

    protected void Walk(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (XmlLimits.FindTooLong(content.Span) is var tooLong and >= 0)
        {
            Findings.Add(rules.NotWellFormed, $"A name, value, text or comment is longer than {XmlLimits.LongestPart:N0} bytes.", PlaceOf(content.Span, tooLong));
            return;
        }

        using var xml = new XmlTextReader(SkipLeadingSpace(content).AsStream())
        {
            Namespaces = false,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            WhitespaceHandling = WhitespaceHandling.Significant,
        };
        try
        {
            while (xml.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Location = SourceLocation.At(xml.LineNumber + _skippedLines, xml.LinePosition);
                Visit(xml);
            }
        }
        catch (XmlException e)
        {
            ReportBrokenXml(xml, e);
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException or NotSupportedException)
        {
            Findings.Add(rules.NotWellFormed, $"The XML cannot be read: {e.Message}", Location);
        }
    }

    /// <summary>An element begins; its attributes can be read from <paramref name="xml"/>.</summary>
    protected abstract void Start(string name, XmlTextReader xml);

    /// <summary>An element ended. Its text is empty if it had children after the text.</summary>
    protected abstract void End(string name, string text);

    /// <summary>The name of an element around the current one: 0 is itself, 1 its parent; empty above the root.</summary>
    protected string Ancestor(int levels) => levels < _path.Count ? _path[^(levels + 1)] : "";

    /// <summary>A number of a point; what is no number is a finding, and an empty element is as good as none.</summary>
    protected double? Number(string name, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            return value;
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            Findings.Add(rules.NotANumber, $"A value of '{name}' is no number.", Location, example: text);
        }

        return null;
    }

    /// <summary>A time; what is none is a finding, and an empty element is as good as none.</summary>
    protected DateTimeOffset? Time(string name, string? text) => Time(name, text, rules.NotATime);

    protected DateTimeOffset? Time(string name, string? text, ActivityFileRule rule)
    {
        if (IsoTime.TryParse(text, out var time, out _))
        {
            return time;
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            Findings.Add(rule, $"A value of '{name}' is no ISO 8601 time.", Location, example: text);
        }

        return null;
    }

    /// <summary>A position; one off the globe is a finding and no position.</summary>
    protected (double Latitude, double Longitude)? Position(double? latitude, double? longitude)
    {
        if (latitude is not { } north || longitude is not { } east)
        {
            return null;
        }

        if (Math.Abs(north) <= 90 && Math.Abs(east) <= 180)
        {
            return (north, east);
        }

        Findings.Add(rules.PositionOffTheGlobe, "A position is off the globe.", Location,
            example: string.Create(CultureInfo.InvariantCulture, $"{north}, {east}"));
        return null;
    }

    private void Visit(XmlTextReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                var name = WithoutPrefix(xml);
                var isEmpty = xml.IsEmptyElement;
                _text.Clear();
                _path.Add(name);
                Start(name, xml);
                if (isEmpty)
                {
                    Leave(name, "");
                }

                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                _text.Append(xml.Value);
                break;
            case XmlNodeType.EndElement:
                var text = _text.ToString();
                _text.Clear();
                Leave(_path[^1], text);
                break;
        }
    }

    private void Leave(string name, string text)
    {
        End(name, text);
        _path.RemoveAt(_path.Count - 1);
    }

    private static string WithoutPrefix(XmlTextReader xml)
    {
        var colon = xml.Name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? xml.Name : xml.NameTable.Add(xml.Name[(colon + 1)..]);
    }

    private static SourceLocation PlaceOf(ReadOnlySpan<byte> content, int index)
    {
        var before = content[..index];
        return SourceLocation.At(before.Count((byte)'\n') + 1, index - before.LastIndexOf((byte)'\n'));
    }

    private void ReportBrokenXml(XmlTextReader xml, XmlException e)
    {
        var location = SourceLocation.At(e.LineNumber + _skippedLines, e.LinePosition);
        if (xml.NodeType == XmlNodeType.None && e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            Findings.Add(rules.HasDtd, "The file has a document type definition (DTD).", location);
        }
        else
        {
            Findings.Add(rules.NotWellFormed, $"The XML is broken: {e.Message}", location);
        }
    }

    /// <summary>White space before the XML declaration is met in real files, and an XML parser refuses it.</summary>
    private ReadOnlyMemory<byte> SkipLeadingSpace(ReadOnlyMemory<byte> content)
    {
        var text = content.Span;
        var bom = text.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var start = text[bom..].IndexOfAnyExcept(" \t\r\n"u8);
        if (start <= 0)
        {
            return content;
        }

        _skippedLines = text.Slice(bom, start).Count((byte)'\n');
        return content[(bom + start)..];
    }
}
