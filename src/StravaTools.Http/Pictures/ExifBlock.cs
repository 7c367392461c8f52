namespace StravaTools.Http.Pictures;

/// <summary>The orientation and position flag of an EXIF block (CIPA DC-008).</summary>
internal readonly record struct ExifBlock(int? Orientation, bool HasLocation)
{
    private const ushort OrientationTag = 0x0112;
    private const ushort ExifTag = 0x8769;
    private const ushort GpsTag = 0x8825;

    /// <summary>No camera writes this many directories; a longer chain is a loop.</summary>
    private const int MaxDirectories = 16;

    public static ExifBlock Empty => default;

    /// <summary>The bytes before the TIFF block in a JPEG.</summary>
    public static ReadOnlySpan<byte> Header => "Exif\0\0"u8;

    /// <summary>Returns false if part of the block is invalid; <paramref name="block"/> then contains what was found before it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> tiff, out ExifBlock block)
    {
        block = Empty;
        if (!TiffReader.TryOpen(tiff, out var reader) || !TryFindDirectories(reader, out var directories))
        {
            return false;
        }

        foreach (var directory in directories)
        {
            for (var i = 0; i < reader.CountAt(directory); i++)
            {
                if (reader.EntryAt(directory, i) is not { } entry)
                {
                    return false;
                }

                block = entry.Tag switch
                {
                    // The thumbnail has its own orientation, after the picture's.
                    OrientationTag when block.Orientation is null && entry.Value is >= 1 and <= 8 =>
                        block with { Orientation = (int)entry.Value },
                    GpsTag when reader.CountAt(entry.Value) is not 0 => block with { HasLocation = true },
                    _ => block,
                };
            }
        }

        return true;
    }

    /// <summary>
    /// Removes the position in place: its values are overwritten, and the entries that point to them are removed. Nothing else moves, so
    /// all other offsets remain valid.
    /// </summary>
    /// <returns>False if part of the block is invalid; it may then contain a position that cannot be found.</returns>
    public static bool TryRemoveLocation(Span<byte> tiff)
    {
        if (!TiffReader.TryOpen(tiff, out var reader) || !TryFindDirectories(reader, out var directories))
        {
            return false;
        }

        foreach (var directory in directories)
        {
            for (var i = 0; i < reader.CountAt(directory); i++)
            {
                if (reader.EntryAt(directory, i) is not { } entry)
                {
                    return false;
                }

                if (entry.Tag == GpsTag)
                {
                    if (!TryErase(reader, tiff, entry.Value) || !TryRemoveEntry(reader, tiff, directory, entry))
                    {
                        return false;
                    }

                    i--;
                }
            }
        }

        // An overlapping entry may have damaged the block: a block that can no longer be read is dropped.
        return TryRead(tiff, out var rest) && !rest.HasLocation;
    }

    /// <summary>Finds the main chain and the EXIF directories that its entries point to.</summary>
    private static bool TryFindDirectories(TiffReader reader, out List<uint> directories)
    {
        directories = [];
        for (var next = reader.FirstDirectory; next != 0;)
        {
            if (directories.Count == MaxDirectories || directories.Contains(next) || reader.CountAt(next) is not { } count)
            {
                return false;
            }

            directories.Add(next);
            for (var i = 0; i < count; i++)
            {
                if (reader.EntryAt(next, i) is { Tag: ExifTag } entry && !directories.Contains(entry.Value))
                {
                    if (reader.CountAt(entry.Value) is null)
                    {
                        return false;
                    }

                    directories.Add(entry.Value);
                }
            }

            next = reader.NextAfter(next, count);
        }

        return directories.Count > 0;
    }

    private static bool TryErase(TiffReader reader, Span<byte> tiff, uint directory)
    {
        if (reader.CountAt(directory) is not { } count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (reader.EntryAt(directory, i) is not { } entry)
            {
                return false;
            }

            tiff.Slice(entry.ValuePosition, (int)entry.ValueLength).Clear();
        }

        tiff.Slice((int)directory, 2 + (count * TiffReader.EntryLength)).Clear();
        return true;
    }

    /// <summary>
    /// Removes an entry. The entries after it move up, as does the link to the next directory, which follows the last entry.
    /// </summary>
    private static bool TryRemoveEntry(TiffReader reader, Span<byte> tiff, uint directory, TiffEntry entry)
    {
        var count = reader.CountAt(directory) ?? 0;
        var end = Math.Min(tiff.Length, (int)directory + 2 + (count * TiffReader.EntryLength) + 4);
        var next = entry.Position + TiffReader.EntryLength;
        if (next > end)
        {
            // Erasing has cleared this directory itself: the position overlapped it, so the block is invalid.
            return false;
        }

        var rest = tiff[next..end];
        rest.CopyTo(tiff[entry.Position..]);
        tiff[(entry.Position + rest.Length)..end].Clear();
        reader.WriteUInt16(tiff, (int)directory, (ushort)(count - 1));
        return true;
    }
}
