using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>A FIT file is as long as its header says, and its checksums are right.</summary>
internal static class FitIntegrityRule
{
    public static readonly ActivityFileRule Rule = new(
        "FIT0101", Severity.Error, "A FIT file is whole: header, size and CRC",
        $"Strava goes by the FIT SDK ({Docs.Fit}), which refuses a file that is cut off or whose checksum is wrong.",
        "Copy or export the file again. If it is damaged at its source too, a repair saves the undamaged part.")
    {
        Remedy = RuleRemedy.RepairFile,
        Example = "A file of 40,000 bytes whose header claims 64,000: the copy broke off.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];
}
