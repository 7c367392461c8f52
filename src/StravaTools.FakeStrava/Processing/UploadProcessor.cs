using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Processing;

/// <summary>What Strava does with a file after it answered the POST: makes the activities or the error.</summary>
internal static class UploadProcessor
{
    /// <param name="file">The file.</param>
    /// <param name="content">What was read from the file.</param>
    /// <param name="parameters">The parameters of the upload.</param>
    /// <param name="athlete">The athlete who sent it.</param>
    /// <param name="options">The options of the fake.</param>
    public static ProcessedFile Process(
        ActivityFile file, ActivityContent content, UploadParameters parameters, FakeAthlete athlete, FakeStravaOptions options)
    {
        var error = FindFormatError(file, parameters)
            ?? FindContentError(file, content)
            ?? FindWorkoutError(file, content, options.Profile);
        if (error is not null)
        {
            return ProcessedFile.Failed(error);
        }

        return new ProcessedFile(
            null, [.. content.Activities.Select(activity => UploadedActivity.FromRecording(activity, parameters, athlete, options))]);
    }

    private static string? FindFormatError(ActivityFile file, UploadParameters parameters)
    {
        if (file.Content.IsEmpty)
        {
            return UploadTexts.Empty;
        }

        // "if gzipped the data_type must end with .gz" (strava-uploads.md, file)
        if (file.FormatInfo is not { } format || file.IsGzip != parameters.IsGzip)
        {
            return UploadTexts.Malformed;
        }

        if (format.Format != parameters.Format)
        {
            return UploadTexts.UnrecognisedType;
        }

        if (format.IsWorkout && parameters.SportType is { } sport && !SportType.Parse(sport).SupportsSets)
        {
            return UploadTexts.Malformed;
        }

        return null;
    }

    private static string? FindContentError(ActivityFile file, ActivityContent content)
    {
        if (content.Findings.Any(finding => finding.Severity == Severity.Error && !IsUnreadableTime(finding)))
        {
            return UploadTexts.Malformed;
        }

        if (content.Activities.Count == 0)
        {
            return DescribeEmpty(file);
        }

        return content.Activities.Select(activity => FindActivityError(file, activity)).FirstOrDefault(error => error is not null)
            ?? FindRuleError(file, content);
    }

    /// <summary>
    /// What is only a warning by the rules, but refused by the fake: a negative elapsed time, as for a created activity, and exercises that
    /// are not documented.
    /// </summary>
    private static string? FindWorkoutError(ActivityFile file, ActivityContent content, FakeProfile profile)
    {
        var isInvalid = file.FormatInfo!.IsWorkout && content.Activities.Any(activity =>
            activity.ElapsedTime < TimeSpan.Zero || (profile == FakeProfile.Documented && !activity.Sets.All(HasDocumentedExercise)));
        if (isInvalid)
        {
            return UploadTexts.Malformed;
        }

        return null;
    }

    /// <summary>
    /// "The following exercise_type values are supported" (strava-uploads.md, "Supported Exercises"); Strava's list of today is longer.
    /// </summary>
    private static bool HasDocumentedExercise(WorkoutSet set) =>
        set.ExerciseType is { } exercise && ExerciseTypes.IsDocumented(exercise);

    /// <summary>An unreadable time counts as a missing one.</summary>
    private static bool IsUnreadableTime(Finding finding) => finding.RuleId is "GPX0107" or "TCX0107";

    private static string? FindActivityError(ActivityFile file, Activity activity)
    {
        if (activity.Streams.Count == 0 && activity.Sets.All(set => set.IsRest))
        {
            return DescribeEmpty(file);
        }

        // Files with sets need no time with each record (strava-uploads.md, "Supported File Types").
        // Neither do swims whose lengths have the times.
        var needsTimes = activity.Sets.IsEmpty && !activity.Lengths.Any(length => length.StartTime is not null);
        var lacksTime = Enumerable.Range(0, activity.Streams.Count).Any(point => activity.Streams.TimeOf(point) is null);
        if ((needsTimes && lacksTime) || RecordedTimes.FindStart(activity) is null)
        {
            return UploadTexts.TimeMissing;
        }

        return null;
    }

    /// <summary>
    /// The recorded texts differ: one is for GPX with an empty track, the other for TCX laps without points (contract/error_texts.md).
    /// </summary>
    private static string DescribeEmpty(ActivityFile file)
    {
        if (file.FormatInfo!.HasSummaries)
        {
            return UploadTexts.Empty;
        }

        return UploadTexts.TimeMissing;
    }

    /// <summary>Strava's texts for other errors of the rules are unknown; the fake uses the general text.</summary>
    private static string? FindRuleError(ActivityFile file, ActivityContent content)
    {
        if (ActivityValidator.Validate(file, content).IsValid)
        {
            return null;
        }

        return UploadTexts.Malformed;
    }
}
