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

    /// <summary>The repaired file, gzipped if it was; the original file if nothing could be repaired.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What was repaired; empty if nothing was.</summary>
    public IReadOnlyList<ActivityRepairAction> Repairs { get; }

    /// <summary>The findings of the repaired file: faults that cannot be repaired without inventing data.</summary>
    public ActivityFileReport Report { get; }
}
