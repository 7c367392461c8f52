using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Work;

/// <summary>The options of Send-StravaUpload for all its files.</summary>
internal sealed record SendPlan
{
    public required UploadOptions Options { get; init; }

    public bool TreatDuplicateAsError { get; init; }

    /// <summary>True for -WhatIf: errors of files that would be rejected are reported, but no results.</summary>
    public bool IsWhatIf { get; init; }
}
