using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The elements of a format, and the tables of names that are free: the next file usually has the names of the last one.</summary>
/// <param name="kindOf">The meaning of the name of an element without its prefix.</param>
/// <param name="point">The meaning of a point.</param>
/// <param name="names">The names that have a meaning.</param>
internal sealed class XmlVocabulary(Func<string, int> kindOf, int point, IEnumerable<string> names)
{
    private readonly FrozenSet<string> _inAnyCase = names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentBag<XmlNameTable> _free = [];

    /// <summary>The table that was returned last. Taking it from here is cheaper than from the bag.</summary>
    private XmlNameTable? _last;

    public int KindOf(string name) => kindOf(name);

    public bool IsPoint(int kind) => kind == point;

    /// <summary>The spelling of a name with a meaning that is written in another case; null for other names.</summary>
    public string? FindSpelling(string name)
    {
        if (_inAnyCase.TryGetValue(name, out var spelling) && spelling != name)
        {
            return spelling;
        }

        return null;
    }

    public XmlNameTable RentNames()
    {
        if (Interlocked.Exchange(ref _last, null) is { } last)
        {
            return last;
        }

        return _free.TryTake(out var names) ? names : new XmlNameTable(this);
    }

    public void ReturnNames(XmlNameTable names)
    {
        if (names.IsReusable && Interlocked.CompareExchange(ref _last, names, null) is not null)
        {
            _free.Add(names);
        }
    }
}
