namespace StravaTools.Activities.Formats.Xml;

/// <summary>The five entities that every XML document has.</summary>
internal static class XmlReferences
{
    /// <summary>The length of the longest.</summary>
    public const int Longest = 6;

    /// <summary>How long the reference that begins here is; 0 if it is none of the five.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("&lt;"u8) || text.StartsWith("&gt;"u8))
        {
            return 4;
        }

        if (text.StartsWith("&amp;"u8))
        {
            return 5;
        }

        if (text.StartsWith("&quot;"u8) || text.StartsWith("&apos;"u8))
        {
            return 6;
        }

        return 0;
    }

    /// <summary>The text with what its references stand for; it has only those of the five.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> text)
    {
        var replaced = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var length = text[i] == '&' ? LengthAt(text[i..]) : 0;
            replaced.Add(length == 0 ? text[i] : CharacterOf(text.Slice(i, length)));
            i += Math.Max(0, length - 1);
        }

        return [.. replaced];
    }

    private static byte CharacterOf(ReadOnlySpan<byte> reference) => (reference[1], reference[2]) switch
    {
        ((byte)'l', _) => (byte)'<',
        ((byte)'g', _) => (byte)'>',
        ((byte)'q', _) => (byte)'"',
        (_, (byte)'m') => (byte)'&',
        _ => (byte)'\'',
    };
}
