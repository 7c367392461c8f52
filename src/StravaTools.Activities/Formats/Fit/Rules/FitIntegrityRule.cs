using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>A FIT file has the size that its header states, and its checksums match.</summary>
internal static class FitIntegrityRule
{
    public static readonly ActivityFileRule Rule = new(
        "FIT0101", Severity.Error, "A FIT file is complete, and its checksums match",
        $"Strava follows the FIT SDK ({Docs.Fit}), whose integrity check rejects truncated files and files with a wrong checksum.",
        "Copy the file from the device again, or export it again. If it is damaged there too, a repair keeps the valid part.")
    {
        Remedy = RuleRemedy.RepairFile,
        IsBrokenByTruncation = true,
        Example = "A file of 40,000 bytes whose header claims 64,000: the copy was interrupted.",
        Sections = [Docs.Fit],
    };

    public static readonly ActivityFileRule TrailingBytes = new(
        "FIT0114", Severity.Information, "A FIT file ends where its header says",
        $"Bytes after the end do not belong to a FIT file ({Docs.Fit}). The FIT SDK ignores them, and some watches " +
        "write them. Whether Strava ignores them is not documented.",
        "No action is needed. A repair removes the bytes.")
    {
        Remedy = RuleRemedy.RepairFile,
        Example = "A complete FIT file followed by 40 bytes of zero.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule, TrailingBytes];
}
