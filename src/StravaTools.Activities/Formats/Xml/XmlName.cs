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
}

/// <summary>Names that were met before, so that a name is made into a string once a file and not once a point.</summary>
internal sealed class XmlNameTable
{
    private const int Size = 512;

    /// <summary>A forged file may have endless names; those beyond this are not kept.</summary>
    private const int Most = Size / 2;

    private readonly XmlName?[] _slots = new XmlName?[Size];
    private int _count;

    public XmlName Get(ReadOnlySpan<byte> written)
    {
        var slot = Hash(written);
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

    private static int Hash(ReadOnlySpan<byte> name) =>
        (int)((uint)((name.Length * 131) + (name[0] * 31) + (name[^1] * 17) + (name[name.Length / 2] * 7)) % Size);
}
