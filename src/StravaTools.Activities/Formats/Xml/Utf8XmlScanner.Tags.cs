using System.Buffers;
using System.Runtime.CompilerServices;

namespace StravaTools.Activities.Formats.Xml;

/// <content>Start tags and their attributes.</content>
internal sealed partial class Utf8XmlScanner
{
    /// <summary>More than any element of an activity has. .NET's reader reads elements with more.</summary>
    private const int MaxAttributes = 16;

    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:"u8);

    /// <summary>Bytes that end a value, or need a second look.</summary>
    private static readonly SearchValues<byte> ValueEnds = SearchValues.Create([.. "\"'<&\t\r\n"u8, .. Forbidden(), .. NonAscii()]);

    /// <summary>Bytes of a value that XML parsers replace.</summary>
    private static readonly SearchValues<byte> Replaced = SearchValues.Create("&\t\r\n"u8);

    /// <summary>The element of the last tag, and whether the tag ended it.</summary>
    private XmlName? _last;
    private bool _hasEnded;

    private AttributePlaces _attributes;
    private int _attributeCount;

    public bool TryGetAttribute(string name, out ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            if (GetAttributeName(i) == name)
            {
                ref readonly var attribute = ref _attributes[i];
                var written = _window.Bytes.Slice(attribute.Value, attribute.Length);
                value = attribute.IsEncoded ? XmlReferences.DecodeAttribute(written) : written;
                return true;
            }
        }

        value = default;
        return false;
    }

    public string GetAttributeName(int index) => _last!.Attributes[index].Name;

    private Outcome ReadStartTag(ReadOnlySpan<byte> rest, int textLength)
    {
        var nameAt = textLength + 1;
        if (GuessName(rest[nameAt..]) is not { } name)
        {
            var nameLength = rest[nameAt..].IndexOfAnyExcept(NameBytes);
            if (nameLength < 0)
            {
                return Outcome.NeedsMore;
            }

            if (nameLength == 0 || _hasRootEnded || FindName(rest.Slice(nameAt, nameLength)) is not { } found)
            {
                return ReadOtherMarkup(rest, textLength);
            }

            name = found;
            KeepGuess(name);
        }

        var end = nameAt + name.Written.Length;
        if (rest[end] == '>')
        {
            _attributeCount = 0;
            return EnterElement(name, nameAt, end + 1);
        }

        var outcome = ReadAttributes(rest, name, ref end);
        if (outcome != Outcome.Read)
        {
            return outcome;
        }

        if (rest[end] == '>')
        {
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
            _hasEnded = true;
            _hasRootEnded = reader.Depth == 1;
            if (_pattern.IsRecording)
            {
                RecordEnd(name, 0, 0);
            }

            reader.LeaveElement([]);
        }

        return outcome;
    }

    /// <summary>Points look alike: usually, the same element follows as the last time. Null if another one does.</summary>
    private XmlName? GuessName(ReadOnlySpan<byte> rest)
    {
        var guess = _hasEnded ? _last?.NextAfter : _last?.NextInside;
        if (guess is not null && guess.Written.Length is var length && length < rest.Length && rest[length] is (byte)'>' or (byte)' '
            && !_hasRootEnded && rest[..length].SequenceEqual(guess.Written))
        {
            return guess;
        }

        return null;
    }

    private void KeepGuess(XmlName name)
    {
        if (_hasEnded)
        {
            _last?.NextAfter = name;
        }
        else
        {
            _last?.NextInside = name;
        }
    }

    /// <summary>Null if the name is not plain. A name in the table is plain.</summary>
    private XmlName? FindName(ReadOnlySpan<byte> written)
    {
        if (_names.Find(written) is { } name)
        {
            return name;
        }

        if (IsPlainName(written))
        {
            return _names.Add(written);
        }

        return null;
    }

    private Outcome EnterElement(XmlName name, int nameAt, int end)
    {
        _namePosition = _position + nameAt;
        if (name.IsPoint || _pattern.IsRecording)
        {
            RecordStart(name);
        }

        _position += end;
        if (_hasPieces)
        {
            ClearText();
        }

        _last = name;
        _hasEnded = false;
        if (reader.EnterElement(name, _attributeCount))
        {
            return Outcome.Read;
        }

        return Outcome.IsEnough;
    }

    /// <summary>Reads from the end of the name to the '>' or '/' that ends the attributes.</summary>
    private Outcome ReadAttributes(ReadOnlySpan<byte> rest, XmlName element, ref int at)
    {
        _attributeCount = 0;
        while (true)
        {
            var space = CountSpace(rest[at..]);
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

            var outcome = ReadAttribute(rest, element, ref at);
            if (outcome != Outcome.Read)
            {
                return outcome;
            }
        }
    }

    /// <summary>The length of white space, usually none or one space; -1 if nothing follows it.</summary>
    private static int CountSpace(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > 0 && rest[0] > ' ')
        {
            return 0;
        }

        if (rest.Length > 1 && rest[0] == ' ' && rest[1] > ' ')
        {
            return 1;
        }

        return rest.IndexOfAnyExcept(" \t\r\n"u8);
    }

    private Outcome ReadAttribute(ReadOnlySpan<byte> rest, XmlName element, ref int at)
    {
        var outcome = ReadAttributeName(rest[at..], element, out var nameLength);
        if (outcome != Outcome.Read)
        {
            return outcome;
        }

        var quote = rest[at + nameLength + 1];
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            return Outcome.IsUnusual;
        }

        var valueAt = at + nameLength + 2;
        var length = rest[valueAt..].IndexOfAny(ValueEnds);
        var isEncoded = false;
        if (length >= 0 && rest[valueAt + length] != quote)
        {
            length = rest[valueAt..].IndexOf(quote);
            if (length >= 0 && !IsPlainValueOnSecondLook(rest.Slice(valueAt, length), out isEncoded))
            {
                return Outcome.IsUnusual;
            }
        }

        if (length < 0)
        {
            return Outcome.NeedsMore;
        }

        _attributes[_attributeCount++] = new AttributePlace(_position + valueAt, length, isEncoded);
        at = valueAt + length + 1;
        return Outcome.Read;
    }

    /// <summary>Reads a name with its equals sign. Usually, an element has the same attributes as the last time.</summary>
    private Outcome ReadAttributeName(ReadOnlySpan<byte> rest, XmlName element, out int length)
    {
        if (_attributeCount < element.Attributes.Length && element.Attributes[_attributeCount].Written is var known
            && rest.Length > known.Length + 1 && rest[known.Length] == '=' && rest[..known.Length].SequenceEqual(known))
        {
            length = known.Length;
            return Outcome.Read;
        }

        length = rest.IndexOfAnyExcept(NameBytes);
        if (length < 0 || length + 1 >= rest.Length)
        {
            return Outcome.NeedsMore;
        }

        var name = rest[..length];
        if (rest[length] != '=' || !IsPlainName(name) || name.StartsWith("xml:"u8) || HasAttribute(element, name))
        {
            return Outcome.IsUnusual;
        }

        // What follows may differ from the last time, too.
        element.Attributes = [.. element.Attributes.AsSpan(0, _attributeCount), new XmlAttributeName(name.ToArray())];
        return Outcome.Read;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsPlainValueOnSecondLook(ReadOnlySpan<byte> value, out bool isEncoded)
    {
        isEncoded = value.ContainsAny(Replaced);
        for (var i = 0; isEncoded && i < value.Length; i++)
        {
            if (value[i] == '&' && XmlReferences.LengthAt(value[i..]) == 0)
            {
                return false;
            }
        }

        return !value.Contains((byte)'<') && IsCleanText(value);
    }

    /// <summary>A name with at most one prefix. Other names that XML allows are rare.</summary>
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

    private bool HasAttribute(XmlName element, ReadOnlySpan<byte> name)
    {
        foreach (var attribute in element.Attributes.AsSpan(0, _attributeCount))
        {
            if (name.SequenceEqual(attribute.Written))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The places of all attributes of an element, without an array of their own.</summary>
    [InlineArray(MaxAttributes)]
    private struct AttributePlaces
    {
        private AttributePlace _first;
    }

    /// <summary>The position of a value in the window.</summary>
    private readonly record struct AttributePlace(int Value, int Length, bool IsEncoded);
}
