using System.Text;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The name of an element, as it is written and without its prefix.</summary>
internal sealed class XmlName
{
    /// <param name="written">With its prefix, as UTF-8.</param>
    /// <param name="vocabulary">The meaning of a name without its prefix.</param>
    public XmlName(byte[] written, XmlVocabulary vocabulary)
    {
        var colon = written.AsSpan().IndexOf((byte)':');
        Written = written;
        Prefix = Encoding.UTF8.GetString(written.AsSpan(0, Math.Max(0, colon)));
        Local = Encoding.UTF8.GetString(written.AsSpan(colon + 1));
        Kind = vocabulary.KindOf(Local);
        IsPoint = vocabulary.IsPoint(Kind);
        Spelling = vocabulary.FindSpelling(Local);
    }

    /// <summary>With its prefix, as UTF-8.</summary>
    public byte[] Written { get; }

    /// <summary>The prefix alone.</summary>
    public string Prefix { get; }

    /// <summary>Without its prefix.</summary>
    public string Local { get; }

    /// <summary>The meaning of <see cref="Local"/>, as the reader of the format numbers it.</summary>
    public int Kind { get; }

    /// <summary>How the name must be spelled, if it is a known name in another case; otherwise null.</summary>
    public string? Spelling { get; }

    /// <summary>True for the elements that follow each other with the same content.</summary>
    public bool IsPoint { get; }

    /// <summary>The name of the element that began the last time after this one began; null at first.</summary>
    public XmlName? NextInside { get; set; }

    /// <summary>The name of the element that began the last time after this one ended; null at first.</summary>
    public XmlName? NextAfter { get; set; }

    /// <summary>The names of its attributes the last time, in their order and without duplicates; those of this time come first.</summary>
    public XmlAttributeName[] Attributes { get; set; } = [];
}
