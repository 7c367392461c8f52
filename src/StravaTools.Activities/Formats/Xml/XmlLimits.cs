namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Finds names, values, texts, and comments that are too long for any activity before an XML parser creates strings of them: a name of
/// 100 MB costs a gigabyte of memory and several seconds. Everything except comments, CDATA sections, and processing instructions ends with
/// the next '&lt;', so this takes a few searches per element.
/// </summary>
internal static class XmlLimits
{
    /// <summary>Real files have photos and notes, but not of a megabyte.</summary>
    public const int MaxPart = 1024 * 1024;

    /// <summary>The message for a part that is longer.</summary>
    public static string PartTooLong { get; } =
        FormattableString.Invariant($"a name, value, text, or comment is longer than {MaxPart / 1024 / 1024} MB.");

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
    /// The end of a comment, CDATA section, or processing instruction, which can contain '&lt;'; 0 for
    /// anything else, -1 if there is no end.
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
