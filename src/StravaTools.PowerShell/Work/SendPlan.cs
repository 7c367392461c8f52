using StravaTools.Activities;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Work;

/// <summary>What Send-StravaUpload was told, the same for all its files.</summary>
internal sealed record SendPlan
{
    public required Func<ActivityFile, UploadRequest> Request { get; init; }

    public required UploadOptions Options { get; init; }

    public bool TreatDuplicateAsError { get; init; }

    /// <summary>Only what would happen is shown: errors of files that would be refused, too, but no results.</summary>
    public bool IsWhatIf { get; init; }
}
