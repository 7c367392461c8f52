using System.Globalization;
using System.Text;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Shared by the readers of GPX and TCX: keeps the path of the current element, passes its text and attributes on, and reports values that
/// cannot be read. A reader reads one document once.
/// </summary>
/// <remarks>
/// Names are compared without their prefix: real files use undeclared prefixes, or no namespace at all, and every element that is read has
/// one meaning wherever Strava documents it.
/// </remarks>
internal abstract class XmlActivityReader(XmlRules rules, FindingCollector findings)
{
    /// <summary>No activity comes near it; without a limit, a file of nothing but start tags would fill the memory.</summary>
    private const int MaxDepth = 256;

    private readonly List<string> _path = [];
    private IXmlSource? _source;

    /// <summary>
    /// How much of the file is in memory at a time, in bytes. Longer tags and texts are not scanned but read by .NET's reader.
    /// </summary>
    internal int WindowSize { get; init; } = 128 * 1024;

    private XmlRules Rules { get; } = rules;

    protected FindingCollector Findings { get; } = findings;

    /// <summary>The name of the element around the current one.</summary>
    protected string Parent => Ancestor(1);

    /// <summary>The place of the current tag.</summary>
    protected SourceLocation Location => _source?.Location ?? SourceLocation.None;

    /// <summary>
    /// Reads a document with <see cref="Utf8XmlScanner"/>. If it has something unusual, what was read is dropped, and
    /// <see cref="XmlReaderWalk"/> reads it from the beginning.
    /// </summary>
    /// <param name="file">The bytes. They may be opened twice.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <param name="createReader">Creates a reader that reports to a collector.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static IReadOnlyList<Activity> ReadActivities(
        FileContent file, FindingCollector findings, Func<FindingCollector, XmlActivityReader> createReader,
            CancellationToken cancellationToken)
    {
        var scanFindings = findings.CreateEmpty();
        var reader = createReader(scanFindings);
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
        FileContent file, FindingCollector findings, Func<FindingCollector, XmlActivityReader> createReader,
            CancellationToken cancellationToken)
    {
        var reader = createReader(findings);
        var walk = new XmlReaderWalk(reader, reader.Rules, findings);
        reader._source = walk;
        walk.WalkDocument(file, cancellationToken);
        return reader.BuildActivities();
    }

    /// <summary>False if the scanner gave up. The reader is useless then.</summary>
    internal bool TryScan(FileContent file, CancellationToken cancellationToken)
    {
        var start = XmlStart.FindIn(file.Head.Span);
        using var stream = start.OpenDocument(file);
        using var scanner = new Utf8XmlScanner(stream, this, WindowSize);
        _source = scanner;
        return scanner.TryScan(start.Line, cancellationToken);
    }

    /// <summary>An element begins. False if it is nested too deep to go on.</summary>
    internal bool EnterElement(string name)
    {
        if (_path.Count == MaxDepth)
        {
            Findings.Add(Rules.NotWellFormed, $"Elements are nested more than {MaxDepth} deep.", Location);
            return false;
        }

        _path.Add(name);
        StartElement(name);
        return true;
    }

    /// <summary>The innermost element ended.</summary>
    internal void LeaveElement(ReadOnlySpan<byte> text)
    {
        EndElement(_path[^1], text);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>The activities of the document that was read, or of as much of it as could be read.</summary>
    protected abstract IReadOnlyList<Activity> BuildActivities();

    /// <summary>An element begins; <see cref="Attribute"/> gives its attributes.</summary>
    protected abstract void StartElement(string name);

    /// <summary>An element ended. Its text, as UTF-8, is empty if it had children after the text.</summary>
    protected abstract void EndElement(string name, ReadOnlySpan<byte> text);

    /// <summary>The name of an element around the current one: 0 is itself, 1 its parent; empty above the root.</summary>
    protected string Ancestor(int levels)
    {
        if (levels < _path.Count)
        {
            return _path[^(levels + 1)];
        }

        return "";
    }

    /// <summary>True if an element of that name is around the current one.</summary>
    protected bool IsWithin(string name)
    {
        for (var i = _path.Count - 2; i >= 0; i--)
        {
            if (_path[i] == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The namespace that the prefix of the element that begins, or its having none, is declared for right there; null if it is not.
    /// </summary>
    protected string? Namespace() => Attribute(_source!.Prefix is { Length: > 0 } prefix ? "xmlns:" + prefix : "xmlns");

    /// <summary>True if the element that begins has a prefix, or declares a namespace of its own.</summary>
    protected bool HasNamespace() => _source!.Prefix.Length > 0 || Attribute("xmlns") is not null;

    /// <summary>Counts an element that holds a value nobody reads; one that only holds others does not count.</summary>
    protected void AddUnread(UnreadElements elements, string name, ReadOnlySpan<byte> text)
    {
        if (!text.Trim(" \t\r\n"u8).IsEmpty && !elements.TryCount(name))
        {
            elements.AddElement(name, Location);
        }
    }

    /// <summary>An attribute of the element that begins; null if it has none of the name.</summary>
    protected string? Attribute(string name)
    {
        if (_source!.TryGetAttribute(name, out var value))
        {
            return Encoding.UTF8.GetString(value);
        }

        return null;
    }

    /// <summary>An attribute of the element that begins, as a number of a point.</summary>
    protected double? NumberAttribute(string name)
    {
        if (_source!.TryGetAttribute(name, out var value))
        {
            return Number(name, value);
        }

        return null;
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

    /// <summary>A number of a point; what is no number is a finding, and an empty element is as good as none.</summary>
    protected double? Number(string name, ReadOnlySpan<byte> text)
    {
        if (Utf8Number.TryParse(text, out var value))
        {
            return value;
        }

        Report(Rules.NotANumber, name, "number", text);
        return null;
    }

    /// <summary>A time; what is none is a finding, and an empty element is as good as none.</summary>
    protected DateTimeOffset? ReadTime(string name, ReadOnlySpan<byte> text) => ReadTime(name, text, Rules.NotATime);

    protected DateTimeOffset? ReadTime(string name, ReadOnlySpan<byte> text, ActivityFileRule rule)
    {
        if (Utf8Time.TryParse(text, out var time))
        {
            return time;
        }

        Report(rule, name, "ISO 8601 time", text);
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

        Findings.Add(Rules.PositionOffTheGlobe, "A position is off the globe.", Location,
            example: string.Create(CultureInfo.InvariantCulture, $"{north}, {east}"));
        return null;
    }

    private void Report(ActivityFileRule rule, string name, string kind, ReadOnlySpan<byte> text)
    {
        var value = XmlReferences.NormalizeLineEnds(Encoding.UTF8.GetString(text));
        if (!string.IsNullOrWhiteSpace(value))
        {
            Findings.Add(rule, $"A value of '{name}' is no {kind}.", Location, example: value);
        }
    }
}
