using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The source of XML events: our scanner, or .NET's reader.</summary>
internal interface IXmlSource
{
    /// <summary>Line and column of the name in the tag that is being read.</summary>
    SourceLocation Location { get; }

    /// <summary>The value, as UTF-8, of an attribute of the element that begins. It is valid until the next element.</summary>
    bool TryGetAttribute(string name, out ReadOnlySpan<byte> value);

    /// <summary>The name of an attribute of the element that begins, as it is written.</summary>
    string GetAttributeName(int index);

    /// <summary>The text of the element that ends as a string, with line feeds as line ends.</summary>
    string GetString(ReadOnlySpan<byte> text);
}
