using System.Buffers.Binary;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>Writes a FIT file message by message. Sizes and checksums are correct unless a test damages them.</summary>
internal sealed class FitBuilder(bool bigEndian = false, int headerSize = 14)
{
    public const ushort FileId = 0, Sport = 12, Session = 18, Lap = 19, Record = 20, Event = 21, Activity = 34, Length = 101, Hr = 132,
        FieldDescription = 206, Set = 225, Split = 312;

    /// <summary>2025-06-14T06:30:00Z in FIT's seconds.</summary>
    public const uint Start = 1_118_817_000;

    private readonly List<byte> _records = [];

    /// <summary>False writes 0 for the CRC of a 14-byte header: it has none then.</summary>
    public bool HasHeaderCrc { get; init; } = true;

    /// <summary>Where the next message begins in the file.</summary>
    public int Position => headerSize + _records.Count;

    public static DateTimeOffset StartTime { get; } = new(2025, 6, 14, 6, 30, 0, TimeSpan.Zero);

    /// <summary>A file with only a file_id: type, creator, and time.</summary>
    public static FitBuilder NewActivity(bool bigEndian = false, int headerSize = 14) =>
        new FitBuilder(bigEndian, headerSize).Message(
            FileId, new(0, FitType.Enum, 4), new(1, FitType.UInt16, 255), new(2, FitType.UInt16, 7), new(4, FitType.UInt32, Start));

    /// <summary>A file with the time and the device of its creation.</summary>
    public static FitBuilder NewActivity(string productName) => new FitBuilder().Message(
        FileId,
        new(0, FitType.Enum, 4),
        new(1, FitType.UInt16, 255),
        new(2, FitType.UInt16, 1),
        new(4, FitType.UInt32, Start),
        new(8, FitType.String, productName));

    /// <summary>A definition of local type 0, and a data message with that layout.</summary>
    public FitBuilder Message(ushort message, params FitValue[] fields) => Define(0, message, fields).Data(0, fields);

    /// <summary>A record at a second after <see cref="Start"/>.</summary>
    public FitBuilder RecordAt(uint second, params FitValue[] fields) =>
        Message(Record, [new(253, FitType.UInt32, Start + second), .. fields]);

    /// <summary>A session that begins at a second after <see cref="Start"/>.</summary>
    public FitBuilder SessionAt(uint second, params FitValue[] fields) =>
        Message(Session, [new(2, FitType.UInt32, Start + second), .. fields]);

    /// <summary>Only the definition: numbers, types, and sizes of the fields.</summary>
    public FitBuilder Define(int local, ushort message, params FitValue[] fields)
    {
        var native = fields.Where(field => field.DeveloperDataIndex is null).ToArray();
        var developer = fields.Where(field => field.DeveloperDataIndex is not null).ToArray();
        _records.AddRange([(byte)(0x40 | (developer.Length > 0 ? 0x20 : 0) | local), 0, (byte)(bigEndian ? 1 : 0)]);
        _records.AddRange(new FitValue(0, FitType.UInt16, message).ToBytes(bigEndian));
        _records.Add((byte)native.Length);
        _records.AddRange(native.SelectMany(field => new[] { field.Number, (byte)field.ToBytes(bigEndian).Length, (byte)field.Type }));
        if (developer.Length > 0)
        {
            _records.Add((byte)developer.Length);
            _records.AddRange(developer.SelectMany(field =>
                new[] { field.Number, (byte)field.ToBytes(bigEndian).Length, field.DeveloperDataIndex!.Value }));
        }

        return this;
    }

    /// <summary>Only the data; the definition precedes it.</summary>
    public FitBuilder Data(int local, params FitValue[] fields) => Raw((byte)local).Values(fields);

    /// <summary>Data with a compressed timestamp header.</summary>
    /// <param name="local">The local message type, 0 to 3.</param>
    /// <param name="timeOffset">The low five bits of the time.</param>
    /// <param name="fields">The values.</param>
    public FitBuilder CompressedData(int local, uint timeOffset, params FitValue[] fields) =>
        Raw((byte)(0x80 | (local << 5) | (int)(timeOffset & 0x1F))).Values(fields);

    /// <summary>Bytes as they are.</summary>
    public FitBuilder Raw(params byte[] bytes)
    {
        _records.AddRange(bytes);
        return this;
    }

    public byte[] ToBytes()
    {
        var header = new byte[headerSize];
        header[0] = (byte)headerSize;
        header[1] = 0x20;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(2), 21217);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), (uint)_records.Count);
        ".FIT"u8.CopyTo(header.AsSpan(8));
        if (headerSize >= 14 && HasHeaderCrc)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(12), Crc(header.AsSpan(0, 12)));
        }

        byte[] content = [.. header, .. _records];
        var crc = Crc(content);
        return [.. content, (byte)crc, (byte)(crc >> 8)];
    }

    public ActivityFile ToFile() => ActivityFile.FromBytes("ride.fit", ToBytes());

    public IReadOnlyList<Activity> Read() => ToFile().ReadContent(TestContext.Current.CancellationToken).Activities;

    public Activity ReadOne() => Assert.Single(Read());

    /// <summary>FIT's CRC as in its documentation, four bits at a time: unlike the reader.</summary>
    public static ushort Crc(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ushort> table =
        [
            0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
        ];
        ushort crc = 0;
        foreach (var value in bytes)
        {
            crc = (ushort)((crc >> 4) ^ table[crc & 0xF] ^ table[value & 0xF]);
            crc = (ushort)((crc >> 4) ^ table[crc & 0xF] ^ table[value >> 4]);
        }

        return crc;
    }

    private FitBuilder Values(FitValue[] fields)
    {
        foreach (var field in fields.OrderBy(field => field.DeveloperDataIndex is not null))
        {
            _records.AddRange(field.ToBytes(bigEndian));
        }

        return this;
    }
}
