using System.Buffers;

namespace StravaTools.Activities.Formats.Xml;

/// <content>Start tags and their attributes.</content>
internal sealed partial class Utf8XmlScanner
{
    /// <summary>More than any element of an activity has; then .NET's reader looks whether a name comes twice.</summary>
    private const int MaxAttributes = 16;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:"u8);

    /// <summary>What may not stand in a value as it is, or needs a second look. White space but the blank is normalised or not, which is not for us to say.</summary>
    private static readonly SearchValues<byte> ValueStops = SearchValues.Create([.. "<\t\r\n"u8, .. Forbidden()]);

    private readonly AttributePlace[] _attributes = new AttributePlace[MaxAttributes];
    private int _attributeCount;

    public bool TryGetAttribute(string name, out ReadOnlySpan<byte> value)
    {
        foreach (ref readonly var attribute in _attributes.AsSpan(0, _attributeCount))
        {
            if (System.Text.Ascii.Equals(_window.Bytes.Slice(attribute.Name, attribute.NameLength), name))
            {
                var written = _window.Bytes.Slice(attribute.Value, attribute.ValueLength);
                value = attribute.HasReferences ? XmlReferences.Decode(written) : written;
                return true;
            }
        }

        value = default;
        return false;
    }

    private Outcome ReadStartTag(ReadOnlySpan<byte> rest, int at)
    {
        var nameAt = at + 1;
        var nameLength = rest[nameAt..].IndexOfAnyExcept(NameBytes);
        if (nameLength < 0)
        {
            return Outcome.NeedsMore;
        }

        var name = rest.Slice(nameAt, nameLength);
        if (!IsPlainName(name) || _hasRootEnded)
        {
            return Outcome.IsUnusual;
        }

        var end = nameAt + nameLength;
        var outcome = rest[end] == '>' ? Outcome.Read : ReadAttributes(rest, ref end);
        if (outcome != Outcome.Read)
        {
            return outcome;
        }

        if (rest[end] == '>')
        {
            _attributeCount = rest[nameAt + nameLength] == '>' ? 0 : _attributeCount;
            return EnterElement(name, nameAt, end + 1);
        }

        // An empty element: '/>'.
        if (end + 1 >= rest.Length)
        {
            return Outcome.NeedsMore;
        }

        if (rest[end + 1] != '>')
        {
            return Outcome.IsUnusual;
        }

        outcome = EnterElement(name, nameAt, end + 2);
        if (outcome == Outcome.Read)
        {
            _open.RemoveAt(_open.Count - 1);
            _hasRootEnded = _open.Count == 0;
            reader.LeaveElement([]);
        }

        return outcome;
    }

    private Outcome EnterElement(ReadOnlySpan<byte> written, int nameAt, int end)
    {
        var name = _names.GetName(written);
        _namePosition = _position + nameAt;
        _position += end;
        _text.Clear();
        _open.Add(name);
        if (reader.EnterElement(name.Local))
        {
            return Outcome.Read;
        }

        return Outcome.IsEnough;
    }

    /// <summary>From behind the name to the '>' or '/' that ends the attributes.</summary>
    private Outcome ReadAttributes(ReadOnlySpan<byte> rest, ref int at)
    {
        _attributeCount = 0;
        while (true)
        {
            var space = rest[at..].IndexOfAnyExcept(" \t\r\n"u8);
            if (space < 0)
            {
                return Outcome.NeedsMore;
            }

            at += space;
            if (rest[at] is (byte)'>' or (byte)'/')
            {
                return Outcome.Read;
            }

            if (space == 0 || _attributeCount == MaxAttributes)
            {
                return Outcome.IsUnusual;
            }

            var outcome = ReadAttribute(rest, ref at);
            if (outcome != Outcome.Read)
            {
                return outcome;
            }
        }
    }

    private Outcome ReadAttribute(ReadOnlySpan<byte> rest, ref int at)
    {
        var nameLength = rest[at..].IndexOfAnyExcept(NameBytes);
        if (nameLength < 0 || at + nameLength + 1 >= rest.Length)
        {
            return Outcome.NeedsMore;
        }

        var name = rest.Slice(at, nameLength);
        var quote = rest[at + nameLength + 1];
        if (!IsPlainName(name) || name.StartsWith("xml:"u8) || rest[at + nameLength] != '=' || quote is not ((byte)'"' or (byte)'\'') || HasAttribute(name))
        {
            return Outcome.IsUnusual;
        }

        var valueAt = at + nameLength + 2;
        var length = rest[valueAt..].IndexOf(quote);
        if (length < 0)
        {
            return Outcome.NeedsMore;
        }

        var value = rest.Slice(valueAt, length);
        if (!IsPlainValue(value, out var hasReferences))
        {
            return Outcome.IsUnusual;
        }

        _attributes[_attributeCount++] = new AttributePlace(_position + at, nameLength, _position + valueAt, length, hasReferences);
        at = valueAt + length + 1;
        return Outcome.Read;
    }

    private static bool IsPlainValue(ReadOnlySpan<byte> value, out bool hasReferences)
    {
        hasReferences = value.Contains((byte)'&');
        for (var i = 0; hasReferences && i < value.Length; i++)
        {
            if (value[i] == '&' && XmlReferences.LengthAt(value[i..]) == 0)
            {
                return false;
            }
        }

        return !value.ContainsAny(ValueStops) && IsCleanText(value);
    }

    /// <summary>A name with at most one prefix; what else XML allows is rare.</summary>
    private static bool IsPlainName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || !IsNameStart(name[0]))
        {
            return false;
        }

        var colon = name.IndexOf((byte)':');
        return colon < 0 || (colon + 1 < name.Length && IsNameStart(name[colon + 1]) && name.LastIndexOf((byte)':') == colon);
    }

    private static bool IsNameStart(byte value) => char.IsAsciiLetter((char)value) || value == '_';

    private bool HasAttribute(ReadOnlySpan<byte> name)
    {
        foreach (ref readonly var attribute in _attributes.AsSpan(0, _attributeCount))
        {
            if (name.SequenceEqual(_window.Bytes.Slice(attribute.Name, attribute.NameLength)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where an attribute lies in the window.</summary>
    private readonly record struct AttributePlace(int Name, int NameLength, int Value, int ValueLength, bool HasReferences);
}
