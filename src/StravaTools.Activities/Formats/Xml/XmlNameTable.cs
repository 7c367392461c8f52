namespace StravaTools.Activities.Formats.Xml;

/// <summary>The names that occurred before, so that a name becomes a string once per file and not once per point.</summary>
internal sealed class XmlNameTable
{
    private const int Size = 256;

    /// <summary>A forged file may have any number of names; those beyond this number are not kept.</summary>
    private const int MaxNames = Size / 2;

    private readonly XmlName?[] _slots = new XmlName?[Size];
    private int _count;

    /// <summary>The name; null if it was not added, or not kept.</summary>
    /// <param name="written">At least one byte.</param>
    public XmlName? Find(ReadOnlySpan<byte> written)
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

        return null;
    }

    /// <summary>Adds a name that is not in the table.</summary>
    public XmlName Add(ReadOnlySpan<byte> written)
    {
        var name = new XmlName(written.ToArray());
        if (_count == MaxNames)
        {
            return name;
        }

        var slot = HashOf(written);
        while (_slots[slot] is not null)
        {
            slot = (slot + 1) % Size;
        }

        _slots[slot] = name;
        _count++;
        return name;
    }

    private static int HashOf(ReadOnlySpan<byte> name) =>
        (int)((uint)((name.Length * 131) + (name[0] * 31) + (name[^1] * 17) + (name[name.Length / 2] * 7)) % Size);
}
