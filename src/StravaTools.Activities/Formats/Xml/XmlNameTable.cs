namespace StravaTools.Activities.Formats.Xml;

/// <summary>The names that occurred before, so that a name becomes a string once and not once per point.</summary>
/// <param name="vocabulary">The meaning of names.</param>
internal sealed class XmlNameTable(XmlVocabulary vocabulary)
{
    private const int Size = 256;

    /// <summary>A forged file may have any number of names; those beyond this number are not kept.</summary>
    private const int MaxNames = Size / 2;

    private const int MaxReusedBytes = 4096;

    private readonly XmlName?[] _slots = new XmlName?[Size];
    private int _count;
    private int _bytes;

    /// <summary>True if the names are those of a usual file, so that the next file may use the table, too.</summary>
    public bool IsReusable => _count <= MaxNames / 2 && _bytes <= MaxReusedBytes;

    /// <summary>The tags of the last point: those of the next file are usually the same.</summary>
    public XmlPointPattern Pattern { get; } = new();

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
        var name = new XmlName(written.ToArray(), vocabulary);
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
        _bytes += written.Length;
        return name;
    }

    private static int HashOf(ReadOnlySpan<byte> name) =>
        (int)((uint)((name.Length * 131) + (name[0] * 31) + (name[^1] * 17) + (name[name.Length / 2] * 7)) % Size);
}
