using System.Buffers.Binary;
using StravaTools.Activities.Formats.Repair;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Drops, blanks and orders the record messages of one FIT file.</summary>
internal sealed class FitRecordRepair(List<FitRawMessage> messages)
{
    private const byte CompressedTimestamp = 0x80;
    private const uint NoTime = uint.MaxValue;
    private const int NoPosition = int.MaxValue;

    public List<FitRawMessage> Messages { get; private set; } = messages;

    public bool HasChanged { get; private set; }

    public void Repair(Span<byte> file, RepairLog repairs)
    {
        DropTimeless(file, repairs);
        BlankZeros(file, repairs);
        OrderRecords(file, repairs);
    }

    private static bool IsRecord(FitRawMessage message) => message.Layout?.Message == FitMessages.Record;

    private static bool IsCompressed(ReadOnlySpan<byte> file, FitRawMessage message) => (file[message.Offset] & CompressedTimestamp) != 0;

    private static uint TimeOf(ReadOnlySpan<byte> file, FitRawMessage message)
    {
        if (message.Layout is { Timestamp: >= 0 } layout)
        {
            return (uint)ReadTime(file[(message.Offset + 1 + layout.Timestamp)..], layout);
        }

        return NoTime;
    }

    private static int ReadTime(ReadOnlySpan<byte> field, FitRawLayout layout)
    {
        if (layout.IsBigEndian)
        {
            return BinaryPrimitives.ReadInt32BigEndian(field);
        }

        return BinaryPrimitives.ReadInt32LittleEndian(field);
    }

    /// <summary>Unless none has a time: then there is nothing to tell which are wrong.</summary>
    private void DropTimeless(ReadOnlySpan<byte> file, RepairLog repairs)
    {
        var kept = new List<FitRawMessage>(Messages.Count);
        var (dropped, timed) = (0, 0);
        foreach (var message in Messages)
        {
            var isTimeless = IsRecord(message) && !IsCompressed(file, message) && TimeOf(file, message) == NoTime;
            dropped += isTimeless ? 1 : 0;
            timed += IsRecord(message) && !isTimeless ? 1 : 0;
            if (!isTimeless)
            {
                kept.Add(message);
            }
        }

        if (dropped > 0 && timed > 0)
        {
            Messages = kept;
            HasChanged = true;
            repairs.AddPoints(ActivityRepairKind.TimelessPointsDropped, dropped, "1 record without timestamp was dropped.", "records without timestamp were dropped.");
        }
    }

    private void BlankZeros(Span<byte> file, RepairLog repairs)
    {
        var zeros = 0;
        foreach (var message in Messages)
        {
            if (!IsRecord(message) || message.Layout is not { Latitude: >= 0, Longitude: >= 0 } layout)
            {
                continue;
            }

            var latitude = file.Slice(message.Offset + 1 + layout.Latitude, sizeof(int));
            var longitude = file.Slice(message.Offset + 1 + layout.Longitude, sizeof(int));
            if (ReadTime(latitude, layout) == 0 && ReadTime(longitude, layout) == 0)
            {
                BlankField(latitude, layout);
                BlankField(longitude, layout);
                zeros++;
            }
        }

        HasChanged |= zeros > 0;
        repairs.AddPoints(ActivityRepairKind.ZeroPositionsRemoved, zeros, "1 position of 0,0 was removed.", "positions of 0,0 were removed.");
    }

    private static void BlankField(Span<byte> field, FitRawLayout layout)
    {
        if (layout.IsBigEndian)
        {
            BinaryPrimitives.WriteInt32BigEndian(field, NoPosition);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(field, NoPosition);
        }
    }

    /// <summary>
    /// Records change places among themselves. That needs all of them laid out by the same definition; and compressed timestamps, which count
    /// from the message before, leave nothing to move.
    /// </summary>
    private void OrderRecords(ReadOnlySpan<byte> file, RepairLog repairs)
    {
        var places = new List<int>();
        var times = new List<uint>();
        for (var i = 0; i < Messages.Count; i++)
        {
            var message = Messages[i];
            if (IsRecord(message))
            {
                places.Add(i);
                times.Add(TimeOf(file, message));
            }

            if (IsCompressed(file, message) || (IsRecord(message) && message.Layout != Messages[places[0]].Layout))
            {
                return;
            }
        }

        var order = Enumerable.Range(0, places.Count).OrderBy(i => times[i]).ToArray();
        var moved = order.Where((from, to) => from != to).Count();
        if (moved > 0)
        {
            var sorted = new List<FitRawMessage>(Messages);
            for (var i = 0; i < order.Length; i++)
            {
                sorted[places[i]] = Messages[places[order[i]]];
            }

            Messages = sorted;
            HasChanged = true;
            repairs.AddPoints(ActivityRepairKind.Ordered, moved, "1 record was put in order.", "records were put in the order of time.");
        }
    }
}
