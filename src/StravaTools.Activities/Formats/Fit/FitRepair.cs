using StravaTools.Activities.Formats.Repair;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Repairs the files of a FIT chain message by message, as bytes. Unrecognized messages are left untouched,
/// and missing sessions are not invented.
/// </summary>
internal static class FitRepair
{
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> content, RepairLog repairs, CancellationToken cancellationToken)
    {
        var bytes = content.ToArray();
        using var output = new MemoryStream(bytes.Length);
        var position = 0;
        while (FitFileHeader.StartsAt(bytes.AsSpan(position)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            position += RepairFile(bytes.AsSpan(position), output, repairs);
        }

        if (position < bytes.Length)
        {
            repairs.AddAction(ActivityRepairKind.CutBack, $"{CountBytes(bytes.Length - position)} removed after the end of the FIT file.");
        }

        if (repairs.Actions.Count == 0)
        {
            return content;
        }

        return output.ToArray();
    }

    /// <returns>The length of the file that was repaired.</returns>
    private static int RepairFile(Span<byte> file, MemoryStream output, RepairLog repairs)
    {
        var header = FitFileHeader.ReadHeader(file);
        var start = Math.Min(header.HasKnownSize ? header.Size : FitFileHeader.FullSize, file.Length);
        var isComplete = header.HasKnownSize && header.FileSize <= file.Length && !header.IsUnfinished(file);
        var end = isComplete ? (int)(header.FileSize - FitFileHeader.CrcSize) : file.Length;
        var (messages, cut) = ReadMessages(file[..end], start);
        if (cut < end || !isComplete)
        {
            repairs.AddAction(ActivityRepairKind.CutBack, DescribeCut(messages.Count, end - cut));
        }

        var records = new FitRecordRepair(messages);
        records.Repair(file, repairs);
        WriteFile(file[..start], file, records.Messages, output, repairs, mustDiffer: cut < end || !isComplete || records.HasChanged);
        if (isComplete)
        {
            return end + FitFileHeader.CrcSize;
        }

        return file.Length;
    }

    /// <returns>The messages, and where the last valid one ends.</returns>
    private static (List<FitRawMessage> Messages, int End) ReadMessages(ReadOnlySpan<byte> bytes, int start)
    {
        var messages = new List<FitRawMessage>();
        var walker = new FitMessageWalker(bytes, start);
        while (walker.MoveNext())
        {
            messages.Add(new FitRawMessage(walker.Position, walker.Length, walker.Header, walker.Definition));
        }

        return (messages, walker.Position);
    }

    private static void WriteFile(
        ReadOnlySpan<byte> oldHeader,
        ReadOnlySpan<byte> file,
        List<FitRawMessage> messages,
        MemoryStream output,
        RepairLog repairs,
        bool mustDiffer)
    {
        var begin = (int)output.Length;
        output.Write(Header(oldHeader, messages.Sum(message => message.Length)));
        foreach (var message in messages)
        {
            output.Write(file.Slice(message.Offset, message.Length));
        }

        var written = output.GetBuffer().AsSpan(begin, (int)output.Length - begin);
        var crc = FitCrc.Compute(written);
        output.Write([(byte)crc, (byte)(crc >> 8)]);
        written = output.GetBuffer().AsSpan(begin, (int)output.Length - begin);
        if (mustDiffer || !written.SequenceEqual(file[..Math.Min(written.Length, file.Length)]))
        {
            repairs.AddAction(ActivityRepairKind.ChecksumMended, "The size and the checksums were corrected.");
        }
    }

    private static string DescribeCut(int messages, int removed)
    {
        var last = FormattableString.Invariant($"{messages:N0}{OrdinalSuffix(messages)}");
        if (removed == 0)
        {
            return $"The file is incomplete: it ends after its last complete message, the {last}.";
        }

        if (messages == 0)
        {
            return $"The file has no valid message; {CountBytes(removed)} removed after the header.";
        }

        return $"The file was cut after its last valid message, the {last}; {CountBytes(removed)} removed.";
    }

    private static string CountBytes(int count)
    {
        if (count == 1)
        {
            return "1 byte was";
        }

        return FormattableString.Invariant($"{count:N0} bytes were");
    }

    private static string OrdinalSuffix(int number) => (number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };

    /// <summary>
    /// Keeps the versions, and a CRC of 0, which means that there is no CRC. A header of unknown size gets the usual size.
    /// </summary>
    private static byte[] Header(ReadOnlySpan<byte> old, int dataSize)
    {
        var header = new byte[old[0] == FitFileHeader.SmallSize ? FitFileHeader.SmallSize : FitFileHeader.FullSize];
        var hasCrc = header.Length == FitFileHeader.FullSize && !(old.Length == FitFileHeader.FullSize && old[12] == 0 && old[13] == 0);
        old[..FitFileHeader.SmallSize].CopyTo(header);
        FitFileHeader.WriteSizes(header, dataSize);
        if (hasCrc)
        {
            FitFileHeader.WriteCrc(header);
        }

        return header;
    }
}
