using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// The base of the readers of GPX and TCX. It tracks the path of the current element, provides its text and attributes, and reports values
/// that cannot be read. A reader reads one document once.
/// </summary>
/// <remarks>
/// Names are compared without their prefix, since real files use undeclared prefixes or no namespace. Every element that is read has one
/// meaning in all documented places.
/// </remarks>
internal abstract class XmlActivityReader(XmlRules rules, XmlVocabulary vocabulary, FindingCollector findings)
{
    /// <summary>No activity is nested this deep; without a limit, a file of start tags only would exhaust the memory.</summary>
    private const int MaxDepth = 256;

    private XmlName[] _path = new XmlName[16];
    private readonly XmlVocabulary _vocabulary = vocabulary;
    private IXmlSource? _source;

    /// <summary>An attribute of the element that began last, which may contain the value that its text lacks.</summary>
    private string? _attribute;

    /// <summary>The bytes of the file in memory at a time. .NET's reader reads longer tags and texts.</summary>
    internal int WindowSize { get; init; } = 128 * 1024;

    private XmlRules Rules { get; } = rules;

    protected FindingCollector Findings { get; } = findings;

    /// <summary>The number of open elements.</summary>
    internal int Depth { get; private set; }

    /// <summary>The innermost open element; there must be one.</summary>
    internal XmlName Current => _path[Depth - 1];

    /// <summary>The name of the element around the current one; empty above the root.</summary>
    protected string Parent => Ancestor(1)?.Local ?? "";

    /// <summary>The kind of the element around the current one; 0 above the root.</summary>
    protected int ParentKind => Ancestor(1)?.Kind ?? 0;

    /// <summary>The number of attributes of the element that begins.</summary>
    protected int AttributeCount { get; private set; }

    /// <summary>The place of the current tag.</summary>
    protected SourceLocation Location => _source?.Location ?? SourceLocation.None;

    /// <summary>
    /// Reads a document with <see cref="Utf8XmlScanner"/>. If it has unusual markup, the result is discarded, and
    /// <see cref="XmlReaderWalk"/> reads it from the beginning.
    /// </summary>
    /// <param name="file">The bytes. They may be opened twice.</param>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="createReader">Creates a reader that reports to a collector.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static IReadOnlyList<Activity> ReadActivities(
        FileContent file,
        FindingCollector findings,
        Func<FindingCollector, XmlActivityReader> createReader,
        CancellationToken cancellationToken)
    {
        var scanFindings = findings.CreateEmpty();
        var reader = createReader(scanFindings);
        reader.CheckStart(file);
        if (!reader.TryScan(file, cancellationToken))
        {
            return ReadWithXmlReader(file, findings, createReader, cancellationToken);
        }

        var activities = reader.BuildActivities();
        findings.AddAll(scanFindings);
        return activities;
    }

    /// <summary>Reads a document with <see cref="XmlReaderWalk"/> only.</summary>
    internal static IReadOnlyList<Activity> ReadWithXmlReader(
        FileContent file,
        FindingCollector findings,
        Func<FindingCollector, XmlActivityReader> createReader,
        CancellationToken cancellationToken)
    {
        var reader = createReader(findings);
        reader.CheckStart(file);
        var names = reader._vocabulary.RentNames();
        var walk = new XmlReaderWalk(reader, reader.Rules, names, findings);
        reader._source = walk;
        walk.WalkDocument(file, cancellationToken);
        reader._vocabulary.ReturnNames(names);
        return reader.BuildActivities();
    }

    /// <summary>False if the scanner stopped early. The reader cannot be used after that.</summary>
    internal bool TryScan(FileContent file, CancellationToken cancellationToken)
    {
        var start = XmlStart.FindIn(file.Head.Span);
        using var window = new XmlWindow(file, start, WindowSize);
        var names = _vocabulary.RentNames();
        var scanner = new Utf8XmlScanner(window, names, this);
        _source = scanner;
        var isScanned = scanner.TryScan(start.Line, cancellationToken);
        _vocabulary.ReturnNames(names);
        return isScanned;
    }

    /// <summary>An element begins. False if it is nested too deeply to continue.</summary>
    internal bool EnterElement(XmlName name, int attributeCount)
    {
        if (Depth == MaxDepth)
        {
            Findings.Add(Rules.NotWellFormed, $"Elements are nested more than {MaxDepth} deep.", Location);
            return false;
        }

        if (Depth == _path.Length)
        {
            Array.Resize(ref _path, MaxDepth);
        }

        _path[Depth++] = name;
        AttributeCount = attributeCount;
        StartElement(name);
        return true;
    }

    /// <summary>The innermost element ended.</summary>
    internal void LeaveElement(ReadOnlySpan<byte> text)
    {
        EndElement(Current, text);
        Depth--;
    }

    /// <summary>The activities of the document that was read, or of as much of it as could be read.</summary>
    protected abstract IReadOnlyList<Activity> BuildActivities();

    /// <summary>An element begins; <see cref="Attribute"/> returns its attributes.</summary>
    protected abstract void StartElement(XmlName name);

    /// <summary>An element ended. Its text, as UTF-8, is empty if it had children after the text.</summary>
    protected abstract void EndElement(XmlName name, ReadOnlySpan<byte> text);

    /// <summary>The name of an element around the current one: 0 is itself, 1 its parent; null above the root.</summary>
    protected XmlName? Ancestor(int levels)
    {
        if (levels < Depth)
        {
            return _path[Depth - 1 - levels];
        }

        return null;
    }

    /// <summary>True if an element of that kind is around the current one.</summary>
    protected bool IsWithin(int kind)
    {
        for (var i = Depth - 2; i >= 0; i--)
        {
            if (_path[i].Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The namespace that the element that begins declares for its own prefix, or as the default if it has
    /// no prefix; null if it declares none.
    /// </summary>
    protected string? Namespace() => Attribute(Current.Prefix is { Length: > 0 } prefix ? "xmlns:" + prefix : "xmlns");

    /// <summary>True if the element that begins has a prefix, or declares a namespace of its own.</summary>
    protected bool HasNamespace() => Current.Prefix.Length > 0 || Attribute("xmlns") is not null;

    /// <summary>Counts an element whose value is not read. Elements that only contain other elements do not count.</summary>
    protected void AddUnread(UnreadElements elements, string name, ReadOnlySpan<byte> text)
    {
        if (!XmlText.IsBlank(text))
        {
            Count(elements, name);
        }
    }

    /// <summary>Counts an element that is not read.</summary>
    protected void Count(UnreadElements elements, string name)
    {
        if (!elements.TryCount(name))
        {
            elements.AddElement(name, Location);
        }
    }

    /// <summary>
    /// Counts attributes of the element that begins whose names are those of values, and remembers another attribute until
    /// <see cref="AddUnreadAttribute"/>.
    /// </summary>
    /// <param name="unread">Counts attributes, each as its element and its name.</param>
    /// <param name="element">The element.</param>
    /// <param name="values">The names of values.</param>
    /// <param name="known">The names of attributes that are documented.</param>
    protected void CheckAttributes(
        UnreadElements unread, string element, FrozenSet<string> values, FrozenSet<string> known)
    {
        _attribute = null;
        for (var i = 0; i < AttributeCount; i++)
        {
            var name = _source!.GetAttributeName(i);
            if (name.StartsWith("xmlns", StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || known.Contains(name))
            {
                continue;
            }

            if (values.Contains(name))
            {
                Count(unread, $"{element} {name}");
            }
            else
            {
                _attribute = $"{element} {name}";
            }
        }
    }

    /// <summary>Counts the attribute of the element that ends, if the element has neither text nor other elements.</summary>
    protected void AddUnreadAttribute(UnreadElements unread, ReadOnlySpan<byte> text)
    {
        if (_attribute is { } attribute && text.IsEmpty)
        {
            Count(unread, attribute);
        }

        _attribute = null;
    }

    /// <summary>An attribute of the element that begins; null if it is missing.</summary>
    protected string? Attribute(string name)
    {
        if (_source!.TryGetAttribute(name, out var value))
        {
            return Encoding.UTF8.GetString(value);
        }

        return null;
    }

    /// <summary>An attribute of the element that begins, as latitude or longitude. An empty attribute counts as missing.</summary>
    protected double? CoordinateAttribute(string name, out bool isMissing)
    {
        isMissing = !_source!.TryGetAttribute(name, out var value) || XmlText.IsBlank(value);
        if (isMissing)
        {
            return null;
        }

        return Coordinate(name, value);
    }

    /// <summary>An attribute of the element that begins, as a time.</summary>
    protected DateTimeOffset? TimeAttribute(string name, ActivityFileRule rule)
    {
        if (_source!.TryGetAttribute(name, out var value))
        {
            return ReadTime(name, value, rule);
        }

        return null;
    }

    /// <summary>The text of the element that ends, without white space around it.</summary>
    protected string Trimmed(ReadOnlySpan<byte> text) => _source!.GetString(text).Trim();

    /// <summary>An optional number; anything else is a finding, and an empty element counts as missing.</summary>
    protected double? Number(string name, ReadOnlySpan<byte> text) => ReadNumber(name, text, Rules.ValueNotANumber);

    /// <summary>A latitude or longitude; anything else is a finding, and an empty element counts as missing.</summary>
    protected double? Coordinate(string name, ReadOnlySpan<byte> text) => ReadNumber(name, text, Rules.PositionNotANumber);

    /// <summary>A time; anything else is a finding, and an empty element counts as missing.</summary>
    protected DateTimeOffset? ReadTime(string name, ReadOnlySpan<byte> text) => ReadTime(name, text, Rules.NotATime);

    protected DateTimeOffset? ReadTime(string name, ReadOnlySpan<byte> text, ActivityFileRule rule)
    {
        if (Utf8Time.TryParse(text, out var time))
        {
            if (!time.IsSchemaForm)
            {
                Report(Rules.NotASchemaTime, name, "a dateTime of XML Schema", text);
            }

            return time.Time;
        }

        Report(rule, name, "an ISO 8601 time", text);
        return null;
    }

    private double? ReadNumber(string name, ReadOnlySpan<byte> text, ActivityFileRule rule)
    {
        if (Utf8Number.TryParse(text, out var value))
        {
            return value;
        }

        Report(rule, name, "a number", text);
        return null;
    }

    /// <summary>A position; null and a finding if it is off the globe.</summary>
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

        var example = string.Create(CultureInfo.InvariantCulture, $"{north}, {east}");
        Findings.Add(Rules.PositionOffTheGlobe, "A position is off the globe.", Location, example: example);
        return null;
    }

    private void CheckStart(FileContent file)
    {
        if (XmlStart.FindIn(file.Head.Span) is { IsLate: true } start)
        {
            var location = SourceLocation.At(start.Line, 1);
            Findings.Add(Rules.NotWellFormed, "White space precedes the XML declaration, which must come first.", location);
        }
    }

    private void Report(ActivityFileRule rule, string name, string kind, ReadOnlySpan<byte> text)
    {
        var value = XmlReferences.NormalizeLineEnds(Encoding.UTF8.GetString(text));
        if (!string.IsNullOrWhiteSpace(value))
        {
            Findings.Add(rule, $"A value of '{name}' is not {kind}.", Location, example: value);
        }
    }
}
