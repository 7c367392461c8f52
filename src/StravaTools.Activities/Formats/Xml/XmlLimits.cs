namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Finds names, values, texts and comments too long for any activity before an XML parser makes strings of them: 100 MB of a name cost it a
/// gigabyte and seconds. All but comments, CDATA and processing instructions end with the next '&lt;', so this is a few searches an
/// element.
/// </summary>
internal static class XmlLimits
{
    /// <summary>Real files have photos and notes, but none of a megabyte.</summary>
    public const int MaxPart = 1024 * 1024;

    /// <summary>The message for a part that is longer.</summary>
    public static string PartTooLong { get; } =
        FormattableString.Invariant($"a name, value, text or comment is longer than {MaxPart / 1024 / 1024} MB.");

    /// <summary>The position of the first part that is too long; -1 if all are short enough.</summary>
    public static int FindTooLong(ReadOnlySpan<byte> xml)
    {
        for (var position = 0; xml.Length - position > MaxPart;)
        {
            var length = LengthOfPart(xml[position..]);
            if (length > MaxPart)
            {
                return position;
            }

            position += length;
        }

        return -1;
    }

    /// <summary>From one '&lt;' to the next that is not in a comment, CDATA section, or processing instruction.</summary>
    private static int LengthOfPart(ReadOnlySpan<byte> rest)
    {
        var end = FindOwnEnd(rest);
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

    /// <summary>
    /// Where a comment, CDATA section, or processing instruction ends: it may contain any '&lt;'. 0 for anything else, -1 if it does not
    /// end.
    /// </summary>
    private static int FindOwnEnd(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("<!--"u8))
        {
            return rest.IndexOf("-->"u8);
        }

        if (rest.StartsWith("<![CDATA["u8))
        {
            return rest.IndexOf("]]>"u8);
        }

        if (rest.StartsWith("<?"u8))
        {
            return rest.IndexOf("?>"u8);
        }

        return 0;
    }
}
