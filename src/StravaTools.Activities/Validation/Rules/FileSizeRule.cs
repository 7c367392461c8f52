using System.Globalization;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>A file is not larger than what Strava is known to take.</summary>
internal static class FileSizeRule
{
    /// <summary>
    /// What Strava's upload page allows, with a megabyte taken as the larger of its two meanings. The documents of the API name no limit, so it
    /// is a warning: an API upload that is refused costs a request, one that is kept back costs an activity.
    /// </summary>
    private const int MaxBytes = 25 * 1024 * 1024;

    private static readonly ActivityFileRule Rule = new(
        "GEN0108", Severity.Warning, "A file has at most 25 MB",
        "Strava's upload page takes files up to 25 MB; the API documents no limit, and may refuse or time out.",
        "Pack it with gzip, which makes GPX and TCX ten times smaller; or record less often, or split it.")
    {
        Example = "A GPX file of 30 MB: a long ride with ten points a second.",
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];

    /// <summary>What counts is what is sent: a gzip of 3 MB is small, whatever is in it.</summary>
    public static void CheckFileSize(ActivityFile file, FindingCollector findings)
    {
        var size = file.UploadSize;
        if (size > MaxBytes)
        {
            findings.Add(Rule, string.Create(CultureInfo.InvariantCulture, $"The file has {size / 1024.0 / 1024.0:0.0} MB."));
        }
    }
}
