using System.IO.Compression;
using StravaTools.Activities.Formats.Fit;
using StravaTools.Activities.Formats.Gpx;
using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Formats.Tcx;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;

namespace StravaTools.Activities;

/// <summary>
/// Mends what can be mended without inventing data, and leaves everything else as it is: elements and messages that are not read, too. A
/// second repair finds nothing to do.
/// </summary>
public static class ActivityRepair
{
    /// <summary>Repairs a file in memory.</summary>
    public static ActivityRepairResult Repair(ActivityFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var repairs = new RepairLog();
        var content = file.IsGzipTooLarge ? file.Content : Repair(file, repairs, cancellationToken);
        if (file.GzipDamage is { } damage)
        {
            repairs.AddAction(ActivityRepairKind.Repacked, $"The gzip was packed anew from what could be unpacked of it ({damage}).");
        }

        var bytes = repairs.Actions.Count == 0 ? file.Bytes : file.IsGzip ? Compress(content) : content;
        var repaired = ActivityFile.FromBytes(file.Name, bytes);
        return new ActivityRepairResult(bytes, repairs.Actions, ActivityValidator.Validate(repaired, cancellationToken));
    }

    private static ReadOnlyMemory<byte> Repair(ActivityFile file, RepairLog repairs, CancellationToken cancellationToken) => file.Format switch
    {
        ActivityFileFormat.Fit => FitRepair.Repair(file.Content, repairs, cancellationToken),
        ActivityFileFormat.Gpx => XmlRepair.Repair(file.Content, new GpxRepair(repairs), repairs, cancellationToken),
        ActivityFileFormat.Tcx => XmlRepair.Repair(file.Content, new TcxRepair(repairs), repairs, cancellationToken),
        _ => file.Content,
    };

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
