using System.Buffers.Binary;
using StravaTools.Activities.Formats.Repair;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Drops records without a time, removes zero positions, and orders the records of one FIT file.</summary>
internal sealed class FitRecordRepair(List<FitRawMessage> messages)
{

    public List<FitRawMessage> Messages { get; private set; } = messages;

    public bool HasChanged { get; private set; }

    public void Repair(Span<byte> file, RepairLog repairs)
    {
        DropTimeless(file, repairs);
        BlankZeros(file, repairs);
        OrderRecords(file, repairs);
    }

    private static bool IsRecord(FitRawMessage message) => message.Definition?.Message == FitMessages.Record;

    private static bool HasSameLayout(FitRawMessage message, FitRawMessage other) =>
        message.Header.LocalType == other.Header.LocalType && message.Definition!.HasSameLayout(other.Definition!);

    private static uint? TimeOf(ReadOnlySpan<byte> file, FitRawMessage message) =>
        message.Definition?.TimestampOf(file.Slice(message.Offset, message.Length)[FitMessageHeader.Size..]);

    private static Span<byte> DataOf(Span<byte> file, FitRawMessage message) =>
        file.Slice(message.Offset, message.Length)[FitMessageHeader.Size..];

    /// <summary>Keeps the records if no record has a time.</summary>
    private void DropTimeless(ReadOnlySpan<byte> file, RepairLog repairs)
    {
        var kept = new List<FitRawMessage>(Messages.Count);
        var hasTimes = false;
        foreach (var message in Messages)
        {
            var isTimeless = IsRecord(message) && !message.Header.HasCompressedTimestamp && TimeOf(file, message) is null;
            if (isTimeless)
            {
                continue;
            }

            kept.Add(message);
            hasTimes |= IsRecord(message);
        }

        var dropped = Messages.Count - kept.Count;
        if (dropped > 0 && hasTimes)
        {
            Messages = kept;
            HasChanged = true;
            repairs.AddPoints(
                ActivityRepairKind.TimelessPointsDropped,
                dropped,
                "1 record without timestamp was dropped.",
                "records without timestamp were dropped.");
        }
    }

    private void BlankZeros(Span<byte> file, RepairLog repairs)
    {
        var zeros = 0;
        foreach (var message in Messages)
        {
            if (IsRecord(message) && RemoveZeroPosition(DataOf(file, message), message.Definition!))
            {
                zeros++;
            }
        }

        HasChanged |= zeros > 0;
        repairs.AddPoints(
            ActivityRepairKind.ZeroPositionsRemoved, zeros, "1 position of 0,0 was removed.", "positions of 0,0 were removed.");
    }

    private static bool RemoveZeroPosition(Span<byte> data, FitDefinition definition)
    {
        if (!TryFindCoordinate(FitFields.Record.PositionLat, data, definition, out var latitude)
            || !TryFindCoordinate(FitFields.Record.PositionLong, data, definition, out var longitude)
            || latitude.ContainsAnyExcept((byte)0) || longitude.ContainsAnyExcept((byte)0))
        {
            return false;
        }

        WriteInvalid(latitude, definition);
        WriteInvalid(longitude, definition);
        return true;
    }

    private static bool TryFindCoordinate(FitFieldDefinition field, Span<byte> data, FitDefinition definition, out Span<byte> coordinate)
    {
        var isFound = definition.TryFind(field, out var layout) && layout.Size == field.Type.SizeOf();
        coordinate = isFound ? data.Slice(layout.Offset, layout.Size) : [];
        return isFound;
    }

    private static void WriteInvalid(Span<byte> coordinate, FitDefinition definition)
    {
        var invalid = (int)FitBaseType.SInt32.RangeOf().Invalid;
        if (definition.IsBigEndian)
        {
            BinaryPrimitives.WriteInt32BigEndian(coordinate, invalid);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(coordinate, invalid);
        }
    }

    /// <summary>
    /// Sorts the records among the places of records. This requires the same layout for all of them, and no compressed timestamps, which
    /// count from the previous message.
    /// </summary>
    private void OrderRecords(ReadOnlySpan<byte> file, RepairLog repairs)
    {
        var places = new List<int>();
        var times = new List<uint?>();
        for (var i = 0; i < Messages.Count; i++)
        {
            var message = Messages[i];
            if (IsRecord(message))
            {
                places.Add(i);
                times.Add(TimeOf(file, message));
            }

            if (message.Header.HasCompressedTimestamp || (IsRecord(message) && !HasSameLayout(message, Messages[places[0]])))
            {
                return;
            }
        }

        var order = Enumerable.Range(0, places.Count).OrderBy(i => times[i] ?? uint.MaxValue).ToArray();
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
            repairs.AddPoints(ActivityRepairKind.Ordered, moved, "1 record was put in order.", "records were put in order.");
        }
    }
}
