namespace StravaTools.Activities.Validation.Rules;

/// <summary>A file is not larger than Strava is known to accept.</summary>
internal static class FileSizeRule
{
    /// <summary>
    /// The limit of Strava's upload page, with a megabyte taken as the larger of its two meanings. The documents of the API name no limit,
    /// so it is a warning: an API upload that is refused costs a request, but a file that is held back costs an activity.
    /// </summary>
    private const int MaxBytes = 25 * 1024 * 1024;

    private static readonly ActivityFileRule Rule = new(
        "GEN0108", Severity.Warning, "A file is at most 25 MB",
        "Strava's upload page accepts files up to 25 MB. The API documents no limit, but may refuse a larger file or time out.",
        "Compress the file with gzip, which makes GPX and TCX about ten times smaller. Otherwise, record less often or split the file.")
    {
        Example = "A GPX file of 30 MB: a long ride with ten points per second.",
    };

    private static readonly ActivityFileRule Unreadable = new(
        "GEN0110", Severity.Error, "A file is not too large to be checked",
        "Strava's upload page accepts files up to 25 MB, and this file is many times larger. It is not read.",
        "Split the file, or record less often.")
    {
        Example = "A file of 5 GB, or a strength JSON of 50 MB.",
        Refusals = [Refusals.TooLarge],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule, Unreadable];

    /// <summary>The size of what is sent counts: a gzip of 3 MB is small, regardless of its unpacked size.</summary>
    public static void CheckFile(FileFacts file, FindingCollector findings)
    {
        if (file.ContentSize > file.MaxReadableSize)
        {
            findings.Add(Unreadable, $"The content has {file.ContentSize:N0} bytes; at most {file.MaxReadableSize:N0} bytes are read.");
        }
        else if (file.UploadSize > MaxBytes)
        {
            findings.Add(Rule, $"The file has {file.UploadSize / 1024.0 / 1024.0:0.0} MB; the limit is 25 MB.");
        }
    }
}
