using System.Buffers.Text;
using System.Text;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The references that need no declaration: the five predefined entities and numeric character references.</summary>
internal static class XmlReferences
{
    /// <summary>The length of the longest reference without leading zeros: <c>&amp;#x10FFFF;</c>.</summary>
    public const int MaxLength = 10;

    /// <summary>
    /// The length of the reference that begins here; 0 if there is no reference, or if XML does not allow its character.
    /// </summary>
    public static int LengthAt(ReadOnlySpan<byte> text)
    {
        if (TryRead(text, out _, out var length))
        {
            return length;
        }

        return 0;
    }

    /// <summary>The text with its references replaced, and with line feeds as line ends. It must not have other references.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> text) => DecodeText(text, isAttribute: false);

    /// <summary>
    /// The value of an attribute with its references replaced. Tabs and line ends become spaces, except those that are references
    /// (XML 1.0, section 3.3.3).
    /// </summary>
    public static byte[] DecodeAttribute(ReadOnlySpan<byte> value) => DecodeText(value, isAttribute: true);

    private static byte[] DecodeText(ReadOnlySpan<byte> text, bool isAttribute)
    {
        // No character takes more bytes than its reference.
        var decoded = new byte[text.Length];
        var count = 0;
        while (!text.IsEmpty)
        {
            if (text[0] == '&' && TryRead(text, out var character, out var length))
            {
                count += character.EncodeToUtf8(decoded.AsSpan(count));
                text = text[length..];
            }
            else
            {
                var read = ReadCharacter(ref text);
                decoded[count++] = isAttribute && read is ((byte)'\t' or (byte)'\n') ? (byte)' ' : read;
            }
        }

        return decoded[..count];
    }

    /// <summary>The text with line feeds as line ends.</summary>
    public static string NormalizeLineEnds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>The text with line feeds as line ends. References are not replaced.</summary>
    public static byte[] NormalizeLineEnds(ReadOnlySpan<byte> text)
    {
        var normalized = new byte[text.Length];
        var count = 0;
        while (!text.IsEmpty)
        {
            normalized[count++] = ReadCharacter(ref text);
        }

        return normalized[..count];
    }

    private static byte ReadCharacter(ref ReadOnlySpan<byte> text)
    {
        var character = text[0];
        if (character != '\r')
        {
            text = text[1..];
            return character;
        }

        text = text[(text.StartsWith("\r\n"u8) ? 2 : 1)..];
        return (byte)'\n';
    }

    private static bool TryRead(ReadOnlySpan<byte> text, out Rune character, out int length)
    {
        character = default;
        length = text[..Math.Min(text.Length, MaxLength)].IndexOf((byte)';') + 1;
        if (length < 4)
        {
            return false;
        }

        var name = text[1..(length - 1)];
        if (name[0] == '#')
        {
            return TryReadNumber(name[1..], out character);
        }

        character = new Rune(CharacterOf(name));
        return character.Value != 0;
    }

    /// <summary>The character of a predefined entity; 0 for any other name.</summary>
    private static char CharacterOf(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("amp"u8))
        {
            return '&';
        }

        if (name.SequenceEqual("lt"u8))
        {
            return '<';
        }

        if (name.SequenceEqual("gt"u8))
        {
            return '>';
        }

        if (name.SequenceEqual("quot"u8))
        {
            return '"';
        }

        if (name.SequenceEqual("apos"u8))
        {
            return '\'';
        }

        return '\0';
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> digits, out Rune character)
    {
        character = default;
        var isHexadecimal = digits[0] == 'x';
        digits = isHexadecimal ? digits[1..] : digits;
        return Utf8Parser.TryParse(digits, out uint value, out var read, isHexadecimal ? 'x' : 'D')
            && read == digits.Length
            && value is '\t' or '\n' or '\r' or (>= ' ' and not 0xFFFE and not 0xFFFF)
            && Rune.TryCreate(value, out character);
    }
}
