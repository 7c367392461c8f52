using System.IO.Compression;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Repair;

/// <summary>What a repair did to a file.</summary>
public enum ActivityRepairKind
{
    /// <summary>Points were put in the order of their times.</summary>
    Ordered,

    /// <summary>Points without a time were dropped from a recording that has times.</summary>
    TimelessPointsDropped,

    /// <summary>Positions of 0,0 were removed: from FIT and TCX the position, from GPX, where a point is its position, the point.</summary>
    ZeroPositionsRemoved,

    /// <summary>A namespace, or the version that goes with it, was declared.</summary>
    NamespaceAdded,

    /// <summary>A creator was added: StravaTools.</summary>
    CreatorAdded,

    /// <summary>A file that breaks off was cut back to its last whole record or point, and closed.</summary>
    CutBack,

    /// <summary>Sizes and checksums were written anew.</summary>
    ChecksumMended,

    /// <summary>A damaged gzip was packed anew from what could be unpacked.</summary>
    Repacked,
}

/// <summary>One thing that was mended.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Message">What was done, as a sentence.</param>
/// <param name="Count">How often.</param>
public sealed record ActivityRepairAction(ActivityRepairKind Kind, string Message, int Count)
{
    /// <summary>The message.</summary>
    public override string ToString() => Message;
}

/// <summary>A repaired file.</summary>
public sealed class ActivityRepairResult
{
    internal ActivityRepairResult(ReadOnlyMemory<byte> bytes, IReadOnlyList<ActivityRepairAction> repairs, ActivityFileReport report)
    {
        Bytes = bytes;
        Repairs = repairs;
        Report = report;
    }

    /// <summary>The repaired file, gzipped if it was; the file as it was if nothing could be mended.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What was done; empty if nothing was.</summary>
    public IReadOnlyList<ActivityRepairAction> Repairs { get; }

    /// <summary>What checking the repaired file finds: what could not be mended without inventing data.</summary>
    public ActivityFileReport Report { get; }
}

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
            repairs.Add(ActivityRepairKind.Repacked, $"The gzip was packed anew from what could be unpacked of it ({damage}).");
        }

        var bytes = repairs.Actions.Count == 0 ? file.Bytes : file.IsGzip ? Gzip(content) : content;
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

    private static byte[] Gzip(ReadOnlyMemory<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content.Span);
        }

        return packed.ToArray();
    }
}

/// <summary>Gathers what was done.</summary>
internal sealed class RepairLog
{
    private readonly List<ActivityRepairAction> _actions = [];

    public IReadOnlyList<ActivityRepairAction> Actions => _actions;

    public void Add(ActivityRepairKind kind, string message, int count = 1) => _actions.Add(new ActivityRepairAction(kind, message, count));

    public void Clear() => _actions.Clear();

    /// <summary>Adds what was done to a number of points, if there are any.</summary>
    public void AddPoints(ActivityRepairKind kind, int count, string one, string many)
    {
        if (count > 0)
        {
            Add(kind, count == 1 ? one : FormattableString.Invariant($"{count:N0} {many}"), count);
        }
    }
}
