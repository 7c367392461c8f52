
namespace StravaTools.Activities.Formats.Fit;

/// <summary>Takes a FIT file apart into messages without reading them, up to the first that is not whole.</summary>
internal static class FitMessageWalker
{
    private const int DefinitionStart = 6;

    /// <returns>The messages, and where the last whole one ends.</returns>
    public static (List<FitRawMessage> Messages, int End) WalkMessages(ReadOnlySpan<byte> bytes, int start, int end)
    {
        var messages = new List<FitRawMessage>();
        var layouts = new FitRawLayout?[16];
        var position = start;
        while (position < end)
        {
            var header = bytes[position];
            var isDefinition = (header & 0xC0) == 0x40;
            var layout = (header & 0x80) != 0 ? layouts[(header >> 5) & 3] : layouts[header & 0x0F];
            var length = isDefinition ? DefinitionLength(bytes[position..end]) : 1 + layout?.Size ?? int.MaxValue;
            if (length > end - position)
            {
                break;
            }

            if (isDefinition)
            {
                layouts[header & 0x0F] = FitRawLayout.ReadLayout(bytes.Slice(position, length), (header & 0x20) != 0);
            }

            messages.Add(new FitRawMessage(position, length, isDefinition ? null : layout));
            position += length;
        }

        return (messages, position);
    }

    private static int DefinitionLength(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < DefinitionStart)
        {
            return int.MaxValue;
        }

        var length = DefinitionStart + (rest[5] * 3);
        if ((rest[0] & 0x20) == 0)
        {
            return length;
        }

        if (length < rest.Length)
        {
            return length + 1 + (rest[length] * 3);
        }

        return int.MaxValue;
    }
}
