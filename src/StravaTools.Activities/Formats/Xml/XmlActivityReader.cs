using System.Globalization;
using System.Text;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Xml;

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
    /// <summary>No activity comes near it; without a limit, a file of nothing but start tags would fill the memory.</summary>
    private const int MaxDepth = 256;

    private readonly List<string> _path = [];
    private IXmlSource? _source;

    /// <summary>For tests, which compare the two ways of reading.</summary>
    internal bool ForceXmlReader { get; init; }

    /// <summary>How much of the file is in memory at a time. A tag or a text that is longer goes to .NET's reader.</summary>
    internal int WindowSize { get; init; } = 128 * 1024;

    protected FindingCollector Findings { get; } = findings;

    /// <summary>The name of the element around the current one.</summary>
    protected string Parent => Ancestor(1);

    /// <summary>Where the reader stands.</summary>
    protected SourceLocation Location => _source?.Location ?? SourceLocation.None;

    /// <summary>An element begins. False if it is nested too deep to go on.</summary>
    internal bool EnterElement(string name)
    {
        if (_path.Count == MaxDepth)
        {
            Findings.Add(rules.NotWellFormed, $"Elements are nested more than {MaxDepth} deep.", Location);
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

    /// <summary>Plain files are scanned; at the first thing out of the ordinary .NET's reader takes over where the scanner stands.</summary>
    protected void WalkDocument(Stream content, CancellationToken cancellationToken)
    {
        using var scanner = new Utf8XmlScanner(content, this, WindowSize);
        _source = scanner;
        if (!ForceXmlReader && scanner.Scan(cancellationToken))
        {
            return;
        }

        var walk = new XmlReaderWalk(this, rules, Findings);
        _source = walk;
        walk.WalkRest(scanner.RemainingDocument(), cancellationToken);
    }

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

    /// <summary>The namespace that the prefix of the element that begins, or its having none, is declared for right there; null if it is not.</summary>
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

    /// <summary>Text without white space around it.</summary>
    protected static string Trimmed(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).Trim();

    /// <summary>A number of a point; what is no number is a finding, and an empty element is as good as none.</summary>
    protected double? Number(string name, ReadOnlySpan<byte> text)
    {
        if (Utf8Number.TryParse(text, out var value))
        {
            return value;
        }

        Report(rules.NotANumber, name, "number", text);
        return null;
    }

    /// <summary>A time; what is none is a finding, and an empty element is as good as none.</summary>
    protected DateTimeOffset? ReadTime(string name, ReadOnlySpan<byte> text) => ReadTime(name, text, rules.NotATime);

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

        Findings.Add(rules.PositionOffTheGlobe, "A position is off the globe.", Location,
            example: string.Create(CultureInfo.InvariantCulture, $"{north}, {east}"));
        return null;
    }

    private void Report(ActivityFileRule rule, string name, string kind, ReadOnlySpan<byte> text)
    {
        var value = Encoding.UTF8.GetString(text);
        if (!string.IsNullOrWhiteSpace(value))
        {
            Findings.Add(rule, $"A value of '{name}' is no {kind}.", Location, example: value);
        }
    }
}
