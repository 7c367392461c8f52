namespace StravaTools.Activities.Formats.Xml;

/// <summary>A tag in a <see cref="XmlPointPattern"/>. An empty element has two.</summary>
/// <param name="Name">The name.</param>
/// <param name="Attributes">The attributes of a start tag, possibly followed by other ones; null for an end tag.</param>
/// <param name="NamePlace">The place of the name.</param>
/// <param name="FirstValue">The first of its values: of its attributes, or the text before an end tag.</param>
/// <param name="ValueCount">The number of its values.</param>
internal readonly record struct XmlPatternTag(
    XmlName Name, XmlAttributeName[]? Attributes, XmlPatternPlace NamePlace, int FirstValue, int ValueCount);
