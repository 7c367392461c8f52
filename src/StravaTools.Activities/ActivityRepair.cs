using System.IO.Compression;
using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities;

/// <summary>
/// Repairs activity files without inventing data. Everything else, including unrecognized elements and messages, is left untouched. A
/// second repair changes nothing.
/// </summary>
public static class ActivityRepair
{
    /// <summary>Repairs a file in memory.</summary>
    public static ActivityRepairResult Repair(ActivityFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var repairs = new RepairLog();
        var content = file.RepairContent(repairs, cancellationToken);
        if (file.GzipDamage is { } damage)
        {
            repairs.AddAction(ActivityRepairKind.Repacked, $"The gzip was packed again from the part that could be unpacked ({damage}).");
        }

        else if (file.GzipTrailingBytes is > 0 and var trailing)
        {
            var removed = MessageText.FormatCount(trailing, "byte after its end was", "bytes after its end were");
            repairs.AddAction(ActivityRepairKind.Repacked, $"The gzip was packed again; {removed} removed.");
        }

        var bytes = repairs.Actions.Count > 0 ? PackLike(file, content) : file.Bytes;
        return new ActivityRepairResult(bytes, repairs.Actions, ActivityValidator.Validate(file.WithBytes(bytes), cancellationToken));
    }

    private static ReadOnlyMemory<byte> PackLike(ActivityFile file, ReadOnlyMemory<byte> content)
    {
        if (file.IsGzip)
        {
            return Compress(content);
        }

        return content;
    }

    private static byte[] Compress(ReadOnlyMemory<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content.Span);
        }

        return packed.ToArray();
    }
}
