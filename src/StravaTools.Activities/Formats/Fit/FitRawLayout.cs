using System.Buffers.Binary;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Where a repair finds the fields of a message that it may have to touch; -1 for those it lacks. The whole definition is part of it, so that
/// layouts are the same only if all of it is.
/// </summary>
internal sealed record FitRawLayout(string Definition, ushort Message, bool IsBigEndian, int Size, int Timestamp, int Latitude, int Longitude)
{
    private const int FieldSize = 3;

    public static FitRawLayout ReadLayout(ReadOnlySpan<byte> definition, bool hasDeveloperFields)
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
