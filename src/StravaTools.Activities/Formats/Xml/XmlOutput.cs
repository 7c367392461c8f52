using System.Text;
using System.Xml;

namespace StravaTools.Activities.Formats.Xml;

internal static class XmlOutput
{
    /// <summary>UTF-8 without a byte order mark, one element per line. Line breaks within text are preserved.</summary>
    public static XmlWriterSettings Settings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };
}
