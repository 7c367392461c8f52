namespace StravaTools.Activities.Validation.Rules;

/// <summary>The files that are checked together contain each activity once.</summary>
internal static class DuplicateRules
{
    public static readonly ActivityFileRule SameContent = new(
        "GEN0601", Severity.Warning, "No two files have the same content",
        $"Strava refuses the second file as a duplicate ({Docs.UploadErrors}), and the request still counts against the rate limit.",
        "Leave out one of the two.")
    {
        Example = "ride.fit and a copy of it, or its gzip, in the same folder.",
        Sections = [Docs.UploadErrors],
    };

    public static readonly ActivityFileRule SameActivity = new(
        "GEN0602", Severity.Warning, "No two files contain the same activity (start time and sport)",
        $"Strava may refuse the second file as a duplicate ({Docs.UploadErrors}); otherwise it shows both.",
        "Send the file with more data: FIT rather than TCX, and TCX rather than GPX.")
    {
        Example = "ride.fit from the device, and ride.gpx exported from a website.",
        Sections = [Docs.UploadErrors],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [SameContent, SameActivity];
}
