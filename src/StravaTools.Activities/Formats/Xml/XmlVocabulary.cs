namespace StravaTools.Activities.Formats.Xml;

/// <summary>The elements of a format, and the names of the last file on each thread: the next file usually has the same.</summary>
/// <param name="kindOf">The meaning of the name of an element without its prefix.</param>
internal sealed class XmlVocabulary(Func<string, int> kindOf)
{
    private readonly ThreadLocal<XmlNameTable?> _spare = new();

    public XmlNameTable RentNames()
    {
        var names = _spare.Value;
        _spare.Value = null;
        return names ?? new XmlNameTable(kindOf);
    }

    public void ReturnNames(XmlNameTable names)
    {
        if (names.IsReusable)
        {
            _spare.Value = names;
        }
    }
}
