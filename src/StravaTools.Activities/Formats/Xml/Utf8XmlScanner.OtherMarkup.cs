using System.Text;

namespace StravaTools.Activities.Formats.Xml;

/// <content>Comments, processing instructions, and CDATA sections.</content>
internal sealed partial class Utf8XmlScanner
{
    private Outcome SkipOtherMarkup(ReadOnlySpan<byte> rest, TextRun text)
    {
        var markup = rest[text.Length..];
        if (markup[1] == '?')
        {
            return SkipInstruction(rest, text);
        }

        if (markup.StartsWith("<!--"u8))
        {
            return SkipComment(rest, text);
        }

        if (markup.StartsWith("<![CDATA["u8))
        {
            return ReadCharacterData(rest, text);
        }

        if ("<!--"u8.StartsWith(markup) || "<![CDATA["u8.StartsWith(markup))
        {
            return Outcome.NeedsMore;
        }

        return Outcome.IsUnusual;
    }

    private Outcome SkipComment(ReadOnlySpan<byte> rest, TextRun text)
    {
        var content = rest[(text.Length + 4)..];
        var end = content.IndexOf("--"u8);
        if (end < 0 || end + 2 >= content.Length)
        {
            return Outcome.NeedsMore;
        }

        if (content[end + 2] != '>' || !IsCleanText(content[..end]))
        {
            return Outcome.IsUnusual;
        }

        AddText(rest[..text.Length]);
        return MoveOn(text.Length + 4 + end + 3);
    }

    private Outcome SkipInstruction(ReadOnlySpan<byte> rest, TextRun text)
    {
        var content = rest[(text.Length + 2)..];
        var end = content.IndexOf("?>"u8);
        if (end < 0)
        {
            return Outcome.NeedsMore;
        }

        content = content[..end];
        var nameLength = content.IndexOfAnyExcept(NameBytes);
        var name = nameLength < 0 ? content : content[..nameLength];
        var isNameEnded = nameLength < 0 || content[nameLength] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
        if (!isNameEnded || !IsPlainName(name) || IsReservedTarget(name) || !IsCleanText(content))
        {
            return Outcome.IsUnusual;
        }

        AddText(rest[..text.Length]);
        return MoveOn(text.Length + 2 + end + 2);
    }

    private Outcome ReadCharacterData(ReadOnlySpan<byte> rest, TextRun text)
    {
        if (_open.Count == 0)
        {
            return Outcome.IsUnusual;
        }

        var content = rest[(text.Length + 9)..];
        var end = content.IndexOf("]]>"u8);
        if (end < 0)
        {
            return Outcome.NeedsMore;
        }

        if (!IsCleanText(content[..end]))
        {
            return Outcome.IsUnusual;
        }

        AddText(rest[..text.Length]);
        _text.Append(XmlReferences.NormalizeLineEnds(content[..end]));
        return MoveOn(text.Length + 9 + end + 3);
    }

    /// <summary>Keeps the text before the markup: more of it may follow.</summary>
    private void AddText(ReadOnlySpan<byte> text)
    {
        if (!_text.IsEmpty || !XmlText.IsBlank(text))
        {
            _text.Append(XmlReferences.Decode(text));
        }
    }

    /// <summary>Skips bytes. .NET's reader reports text that is too long for any activity.</summary>
    private Outcome MoveOn(int bytes)
    {
        _position += bytes;
        if (_text.Bytes.Length > XmlLimits.MaxPart)
        {
            return Outcome.IsUnusual;
        }

        return Outcome.Read;
    }

    /// <summary>"xml" in any case is reserved, and a colon is left to .NET's reader.</summary>
    private static bool IsReservedTarget(ReadOnlySpan<byte> name) =>
        name.Contains((byte)':') || Ascii.EqualsIgnoreCase(name, "xml"u8);
}
