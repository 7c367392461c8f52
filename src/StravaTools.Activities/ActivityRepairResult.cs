using StravaTools.Activities.Formats.Repair;

namespace StravaTools.Activities;

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
