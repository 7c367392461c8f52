using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>A FIT file is an activity, not one of the other things FIT is used for.</summary>
internal static class FitFileTypeRule
{
    private static readonly ActivityFileRule Rule = new(
        "FIT0105", Severity.Error, "file_id.type is 4 (activity)",
        $"Strava takes activity files, FIT_FILE_TYPE = 4 ({Docs.Fit}).",
        "Choose the activity file; on a device it lies in the folder Activity (or ACTIVITY).")
    {
        Example = "A file_id message whose type is 6: a course.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];

    public static void CheckContent(FitContent content, FindingCollector findings)
    {
        if (content.FileId is not { } fileId)
        {
            findings.Add(Rule, "There is no file_id message that tells what the file is.");
        }
        else if (!fileId.IsActivity)
        {
            var what = fileId.Type is { } type ? $"{type} ({FitNames.FileType(type)})" : "missing";
            findings.Add(Rule, $"The type in the file_id message is {what}.", fileId.Location);
        }
    }
}
