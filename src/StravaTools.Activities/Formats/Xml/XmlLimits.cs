namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Finds names, values, texts and comments too long for any activity before an XML parser makes strings of them: 100 MB of a name cost it a
/// gigabyte and seconds. All but comments, CDATA and processing instructions end with the next '&lt;', so this is a few searches an element.
/// </summary>
internal static class XmlLimits
{
    /// <summary>Photos and notes are met in real files; a megabyte of one is not.</summary>
    public const int LongestPart = 1024 * 1024;

    /// <summary>Where the first part begins that is too long; -1 if none is.</summary>
    public static int FindTooLong(ReadOnlySpan<byte> xml)
    {
        for (var position = 0; xml.Length - position > LongestPart;)
        {
            var length = LengthOfPart(xml[position..]);
            if (length > LongestPart)
            {
                return position;
            }

            position += length;
        }

        return -1;
    }

    /// <summary>From one '&lt;' to the next; for what may hold one, to its own end.</summary>
    private static int LengthOfPart(ReadOnlySpan<byte> rest)
    {
        var end = rest.StartsWith("<!--"u8) ? rest.IndexOf("-->"u8)
            : rest.StartsWith("<![CDATA["u8) ? rest.IndexOf("]]>"u8)
            : rest.StartsWith("<?"u8) ? rest.IndexOf("?>"u8)
            : 0;
        if (end < 0)
        {
            return rest.Length;
        }

        var next = rest[(end + 1)..].IndexOf((byte)'<');
        if (next < 0)
        {
            return rest.Length;
        }

        return end + 1 + next;
    }
}
