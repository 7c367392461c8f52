using StravaTools.Activities.Formats.Xml;

namespace StravaTools.Activities;

/// <summary>Describes content of an unknown format, so that a user recognizes what was saved under the name of an activity.</summary>
internal static class UnknownContent
{
    private const int LookAt = 512;

    public static string Describe(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("PK"u8))
        {
            return "it is a zip archive";
        }

        if (content.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
        {
            if (XmlRoot.NameOf(content) is { } root)
            {
                return $"it is XML with the root element <{root}>";
            }

            return "it looks like XML or HTML";
        }

        if (content[..Math.Min(content.Length, LookAt)].ContainsAnyInRange((byte)0, (byte)8))
        {
            return "it is binary data of an unknown kind";
        }

        return "it is plain text";
    }
}
