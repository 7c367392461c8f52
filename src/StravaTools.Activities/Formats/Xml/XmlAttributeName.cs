using System.Text;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The name of an attribute, decoded once per file and not once per point.</summary>
internal sealed class XmlAttributeName(byte[] written)
{
    /// <summary>With its prefix, as UTF-8.</summary>
    public byte[] Written { get; } = written;

    /// <summary>With its prefix. A name that a reader asks for is the same object as its constant: comparing them is cheap.</summary>
    public string Name { get; } = UseConstant(Encoding.UTF8.GetString(written));

    private static string UseConstant(string name) => string.IsInterned(name) ?? name;
}
