using System.Xml;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// A document with no more names than a usual file. The name table of <see cref="XmlDocument"/> computes the same hash for names that
/// differ only in their prefix, so with a forged file, its time would grow with the square of the size.
/// </summary>
internal sealed class RepairDocument : XmlDocument
{
    /// <summary>Real files have fewer than a hundred.</summary>
    private const int MaxNames = 1000;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public RepairDocument()
    {
        PreserveWhitespace = true;
        XmlResolver = null;
    }

    /// <exception cref="XmlException">The document has too many names.</exception>
    public override XmlElement CreateElement(string? prefix, string localName, string? namespaceURI)
    {
        AddName(localName);
        return base.CreateElement(prefix, localName, namespaceURI);
    }

    /// <exception cref="XmlException">The document has too many names.</exception>
    public override XmlAttribute CreateAttribute(string? prefix, string localName, string? namespaceURI)
    {
        AddName(localName);
        return base.CreateAttribute(prefix, localName, namespaceURI);
    }

    /// <param name="name">With its prefix: the document is read without namespaces.</param>
    private void AddName(string name)
    {
        if (_names.Add(name) && _names.Count > MaxNames)
        {
            throw new XmlException($"The document has more than {MaxNames} names.");
        }
    }
}
