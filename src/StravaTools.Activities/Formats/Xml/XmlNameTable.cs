
namespace StravaTools.Activities.Formats.Xml;

/// <summary>Names that were met before, so that a name is made into a string once a file and not once a point.</summary>
internal sealed class XmlNameTable
{
    private const int Size = 512;

    /// <summary>A forged file may have endless names; those beyond this are not kept.</summary>
    private const int Most = Size / 2;

    private readonly XmlName?[] _slots = new XmlName?[Size];
    private int _count;

    public XmlName GetName(ReadOnlySpan<byte> written)
    {
        var slot = HashOf(written);
        while (_slots[slot] is { } name)
        {
            if (written.SequenceEqual(name.Written))
            {
                return name;
            }

            slot = (slot + 1) % Size;
        }

        var added = new XmlName(written.ToArray());
        if (_count < Most)
        {
            _slots[slot] = added;
            _count++;
        }

        return added;
    }

    private static int HashOf(ReadOnlySpan<byte> name) =>
        (int)((uint)((name.Length * 131) + (name[0] * 31) + (name[^1] * 17) + (name[name.Length / 2] * 7)) % Size);
}
