namespace StravaTools.Activities.Validation.Rules;

/// <summary>The same activity is not checked, and so not sent, twice.</summary>
internal static class DuplicateRules
{
    public static readonly ActivityFileRule SameContent = new(
        "GEN0601", Severity.Warning, "No two files have the same content",
        $"Strava refuses the second one as a duplicate ({Docs.UploadErrors}), and its request is spent all the same.",
        "Leave one of the two out.")
    {
        Example = "ride.fit and a copy of it, or its gzip, in one folder.",
        Sections = [Docs.UploadErrors],
    };

    public static readonly ActivityFileRule SameActivity = new(
        "GEN0602", Severity.Warning, "No two files hold the same activity: start time and sport",
        $"Strava mostly refuses the second one as a duplicate ({Docs.UploadErrors}), and shows both if it does not.",
        "Send the one that has more in it: FIT before TCX before GPX.")
    {
        Example = "ride.fit from the device, and ride.gpx exported from a website.",
        Sections = [Docs.UploadErrors],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [SameContent, SameActivity];
}
