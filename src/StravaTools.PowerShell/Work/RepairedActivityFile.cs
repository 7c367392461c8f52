using StravaTools.Activities;
using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Validation;

namespace StravaTools.PowerShell.Work;

/// <summary>What Repair-ActivityFile did to a file.</summary>
public sealed class RepairedActivityFile
{
    internal RepairedActivityFile(string path, string? destination, ActivityRepairResult result)
    {
        Path = path;
        Destination = destination;
        Repairs = result.Repairs;
        IsValid = result.Report.IsValid;
        Findings = result.Report.Findings;
    }

    /// <summary>The file that was repaired.</summary>
    public string Path { get; }

    /// <summary>Where the repaired file was written; null if nothing was written.</summary>
    public string? Destination { get; }

    /// <summary>The repairs; empty if there was nothing to repair.</summary>
    public IReadOnlyList<ActivityRepairAction> Repairs { get; }

    /// <summary>True if the repaired file has no error.</summary>
    public bool IsValid { get; }

    /// <summary>The remaining findings. Repairing them would require inventing data.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}
