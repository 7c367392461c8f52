using System.Text;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The name of an element, as it is written and without its prefix.</summary>
internal sealed class XmlName(byte[] written)
{
    /// <summary>With its prefix, as UTF-8.</summary>
    public byte[] Written { get; } = written;

    /// <summary>The prefix alone.</summary>
    public string Prefix { get; } = Encoding.UTF8.GetString(written.AsSpan(0, Math.Max(0, written.AsSpan().IndexOf((byte)':'))));

    /// <summary>Without its prefix.</summary>
    public string Local { get; } = Encoding.UTF8.GetString(written.AsSpan(written.AsSpan().IndexOf((byte)':') + 1));

    /// <summary>The name of the element that began the last time after this one began; null at first.</summary>
    public XmlName? NextInside { get; set; }

    /// <summary>The name of the element that began the last time after this one ended; null at first.</summary>
    public XmlName? NextAfter { get; set; }

    /// <summary>The names of its attributes the last time, in their order and without duplicates; those of this time come first.</summary>
    public XmlAttributeName[] Attributes { get; set; } = [];
}
