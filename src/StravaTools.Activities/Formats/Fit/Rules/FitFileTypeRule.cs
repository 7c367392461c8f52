using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>A FIT file is an activity, not one of the other file types of FIT.</summary>
internal static class FitFileTypeRule
{
    private static readonly ActivityFileRule Rule = new(
        "FIT0105", Severity.Error, "file_id.type is 4 (activity)",
        $"Strava accepts activity files, FIT_FILE_TYPE = 4 ({Docs.Fit}).",
        "Choose the activity file. On a device, it is in the folder Activity (or ACTIVITY).")
    {
        Example = "A file_id message whose type is 6: a course.",
        Sections = [Docs.Fit],
    };

    private static readonly ActivityFileRule MissingType = new(
        "FIT0115", Severity.Warning, "A FIT file has a file_id message with a type",
        $"Strava accepts activity files, FIT_FILE_TYPE = 4 ({Docs.Fit}). It does not document how it treats a file without a type.",
        "If you make the program, write a file_id message with the type 4 (activity).")
    {
        Example = "A file_id message whose type is 255, FIT's value for none.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule, MissingType];

    public static void CheckContent(FitContent content, FindingCollector findings)
    {
        if (content.FileId is not { } fileId)
        {
            findings.Add(MissingType, "The file has no file_id message, which states the type of the file.");
        }
        else if (fileId.Type is not { } type)
        {
            findings.Add(MissingType, "The type in the file_id message is missing.", fileId.Location);
        }
        else if (!fileId.IsActivity)
        {
            findings.Add(Rule, $"The type in the file_id message is {type} ({FitNames.FileType(type)}).", fileId.Location);
        }
    }
}
