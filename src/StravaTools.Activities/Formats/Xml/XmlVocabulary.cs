using System.Collections.Concurrent;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The elements of a format, and the tables of names that are free: the next file usually has the names of the last one.</summary>
/// <param name="kindOf">The meaning of the name of an element without its prefix.</param>
/// <param name="point">The meaning of a point.</param>
internal sealed class XmlVocabulary(Func<string, int> kindOf, int point)
{
    private readonly ConcurrentBag<XmlNameTable> _free = [];

    public int KindOf(string name) => kindOf(name);

    public bool IsPoint(int kind) => kind == point;

    public XmlNameTable RentNames()
    {
        if (_free.TryTake(out var names))
        {
            return names;
        }

        return new XmlNameTable(this);
    }

    public void ReturnNames(XmlNameTable names)
    {
        if (names.IsReusable)
        {
            _free.Add(names);
        }
    }
}
