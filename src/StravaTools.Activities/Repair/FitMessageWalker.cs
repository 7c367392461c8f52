using System.Buffers.Binary;
using StravaTools.Activities.Formats.Fit;

namespace StravaTools.Activities.Repair;

/// <summary>A message as it lies in a FIT file.</summary>
/// <param name="Offset">Where it begins, header included.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Layout">The layout of a data message; null for a definition.</param>
internal readonly record struct FitRawMessage(int Offset, int Length, FitRawLayout? Layout);

/// <summary>
/// Where a repair finds the fields of a message that it may have to touch; -1 for those it lacks. The whole definition is part of it, so that
/// layouts are the same only if all of it is.
/// </summary>
internal sealed record FitRawLayout(string Definition, ushort Message, bool IsBigEndian, int Size, int Timestamp, int Latitude, int Longitude)
{
    private const int FieldSize = 3;

    public static FitRawLayout Read(ReadOnlySpan<byte> definition, bool hasDeveloperFields)
    {
        var isBigEndian = definition[2] != 0;
        var message = isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(definition[3..]) : BinaryPrimitives.ReadUInt16LittleEndian(definition[3..]);
        var (size, timestamp, latitude, longitude) = (0, -1, -1, -1);
        var fields = definition.Slice(6, definition[5] * FieldSize);
        for (var i = 0; i < fields.Length; i += FieldSize)
        {
            var at = fields[i + 1] == 4 ? size : -1;
            timestamp = fields[i] == FitFields.Timestamp ? at : timestamp;
            latitude = fields[i] == FitFields.Record.PositionLat ? at : latitude;
            longitude = fields[i] == FitFields.Record.PositionLong ? at : longitude;
            size += fields[i + 1];
        }

        var developer = hasDeveloperFields ? definition[(6 + fields.Length + 1)..] : [];
        for (var i = 0; i < developer.Length; i += FieldSize)
        {
            size += developer[i + 1];
        }

        return new FitRawLayout(Convert.ToHexString(definition), message, isBigEndian, size, timestamp, latitude, longitude);
    }
}

/// <summary>Takes a FIT file apart into messages without reading them, up to the first that is not whole.</summary>
internal static class FitMessageWalker
{
    private const int DefinitionStart = 6;

    /// <returns>The messages, and where the last whole one ends.</returns>
    public static (List<FitRawMessage> Messages, int End) Walk(ReadOnlySpan<byte> bytes, int start, int end)
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
                layouts[header & 0x0F] = FitRawLayout.Read(bytes.Slice(position, length), (header & 0x20) != 0);
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
        return (rest[0] & 0x20) == 0 ? length : length < rest.Length ? length + 1 + (rest[length] * 3) : int.MaxValue;
    }
}
