using System.Numerics;
using System.Runtime.Intrinsics;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>Counts the lines of a text that ends them with line feeds, or with a carriage return and a line feed.</summary>
internal static class XmlLines
{
    private const int BlockSize = 32;

    /// <summary>False if a carriage return is not followed by a line feed: it then ends a line of its own.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">The number of line ends.</param>
    /// <param name="lastLine">The position after the last of them.</param>
    public static bool TryCount(ReadOnlySpan<byte> text, out int count, out int lastLine)
    {
        count = 0;
        lastLine = 0;
        var afterReturn = 0U;
        Span<byte> rest = stackalloc byte[BlockSize];
        for (var at = 0; at < text.Length; at += BlockSize)
        {
            scoped var block = text[at..];
            if (block.Length < BlockSize)
            {
                rest.Clear();
                block.CopyTo(rest);
                block = rest;
            }

            var bytes = Vector256.Create(block);
            var feeds = Vector256.Equals(bytes, Vector256.Create((byte)'\n')).ExtractMostSignificantBits();
            var returns = Vector256.Equals(bytes, Vector256.Create((byte)'\r')).ExtractMostSignificantBits();
            if ((((returns << 1) | afterReturn) & ~feeds) != 0)
            {
                return false;
            }

            afterReturn = returns >> (BlockSize - 1);
            count += BitOperations.PopCount(feeds);
            if (feeds != 0)
            {
                lastLine = at + BlockSize - BitOperations.LeadingZeroCount(feeds);
            }
        }

        return afterReturn == 0;
    }
}
