using System.Runtime.CompilerServices;
using System.Text;

namespace StravaTools.Activities.Formats.Xml;

/// <content>Comments, processing instructions, and CDATA sections.</content>
internal sealed partial class Utf8XmlScanner
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Outcome ReadOtherMarkup(ReadOnlySpan<byte> rest, int textLength)
    {
        StopRecording();
        var markup = rest[textLength..];
        if (markup[1] == '?')
        {
            return SkipInstruction(rest, textLength);
        }

        if (markup.StartsWith("<!--"u8))
        {
            return SkipComment(rest, textLength);
        }

        if (markup.StartsWith("<![CDATA["u8))
        {
            return ReadCharacterData(rest, textLength);
        }

        if ("<!--"u8.StartsWith(markup) || "<![CDATA["u8.StartsWith(markup))
        {
            return Outcome.NeedsMore;
        }

        return Outcome.IsUnusual;
    }

    private Outcome SkipComment(ReadOnlySpan<byte> rest, int textLength)
    {
        var content = rest[(textLength + 4)..];
        var end = content.IndexOf("--"u8);
        if (end < 0 || end + 2 >= content.Length)
        {
            return Outcome.NeedsMore;
        }

        if (content[end + 2] != '>' || !IsCleanText(content[..end]))
        {
            return Outcome.IsUnusual;
        }

        AddText(rest[..textLength]);
        return MoveOn(textLength + 4 + end + 3);
    }

    private Outcome SkipInstruction(ReadOnlySpan<byte> rest, int textLength)
    {
        var content = rest[(textLength + 2)..];
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

        AddText(rest[..textLength]);
        return MoveOn(textLength + 2 + end + 2);
    }

    private Outcome ReadCharacterData(ReadOnlySpan<byte> rest, int textLength)
    {
        if (reader.Depth == 0)
        {
            return Outcome.IsUnusual;
        }

        var content = rest[(textLength + 9)..];
        var end = content.IndexOf("]]>"u8);
        if (end < 0)
        {
            return Outcome.NeedsMore;
        }

        if (!IsCleanText(content[..end]))
        {
            return Outcome.IsUnusual;
        }

        AddText(rest[..textLength]);
        AddPiece(XmlReferences.NormalizeLineEnds(content[..end]));
        return MoveOn(textLength + 9 + end + 3);
    }

    /// <summary>Keeps text: more of it may follow.</summary>
    private void AddText(ReadOnlySpan<byte> written)
    {
        if (_hasPieces || !XmlText.IsBlank(written))
        {
            AddPiece(XmlReferences.Decode(written));
        }
    }

    private void AddPiece(ReadOnlySpan<byte> decoded)
    {
        _text ??= new XmlText();
        _text.Append(decoded);
        _hasPieces = true;
    }

    private void ClearText()
    {
        _text?.Clear();
        _hasPieces = false;
    }

    /// <summary>Skips bytes. .NET's reader reports text that is too long for any activity.</summary>
    private Outcome MoveOn(int bytes)
    {
        _position += bytes;
        if (_text is { Bytes.Length: > XmlLimits.MaxPart })
        {
            return Outcome.IsUnusual;
        }

        return Outcome.Read;
    }

    /// <summary>"xml" in any case is reserved; .NET's reader handles names with a colon.</summary>
    private static bool IsReservedTarget(ReadOnlySpan<byte> name) =>
        name.Contains((byte)':') || Ascii.EqualsIgnoreCase(name, "xml"u8);
}
