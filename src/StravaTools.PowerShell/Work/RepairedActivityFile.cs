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

    /// <summary>What was done; empty if there was nothing that can be mended.</summary>
    public IReadOnlyList<ActivityRepairAction> Repairs { get; }

    /// <summary>True if the repaired file can be sent.</summary>
    public bool IsValid { get; }

    /// <summary>What is still wrong with it: to mend that, data would have to be invented.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}
