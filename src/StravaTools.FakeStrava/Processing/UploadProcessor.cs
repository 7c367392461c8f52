using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Does to a file what Strava does after it answered the POST: reads it, and makes the activity or the error.</summary>
internal static class UploadProcessor
{
    private static readonly string[] StrengthSports = ["WeightTraining", "HighIntensityIntervalTraining", "Workout", "Crossfit"];

    public static ProcessedFile Process(
        ActivityFile file, ActivityContent content, UploadParameters parameters, FakeAthlete athlete, FakeStravaOptions options)
    {
        if (ErrorBeforeReading(file, parameters) is { } early)
        {
            return ProcessedFile.Failed(early);
        }

        if ((ErrorIn(file, content) ?? ErrorInWorkout(file, content, options.Profile)) is { } error)
        {
            return ProcessedFile.Failed(error);
        }

        var activities = content.Activities.Select(activity => UploadedActivity.FromRecording(activity, parameters, athlete, options))
            .Select(activity => activity with { SegmentEfforts = [.. activity.EffortsOn(options.Segments)] }).ToList();
        return new ProcessedFile(null, activities);
    }

    private static string? ErrorBeforeReading(ActivityFile file, UploadParameters parameters)
    {
        if (file.Content.IsEmpty)
        {
            return UploadTexts.Empty;
        }

        // "if gzipped the data_type must end with .gz" (strava-uploads.md, file)
        if (file.Format is null || file.IsGzip != parameters.IsGzip)
        {
            return UploadTexts.Malformed;
        }

        if (file.Format != parameters.Format)
        {
            return UploadTexts.UnrecognisedType;
        }

        var sport = parameters.SportType;
        if (file.Format == ActivityFileFormat.StrengthJson && sport is not null && !StrengthSports.Contains(sport))
        {
            return UploadTexts.Malformed;
        }

        return null;
    }

    private static string? ErrorIn(ActivityFile file, ActivityContent content)
    {
        if (content.Findings.Any(finding => finding.Severity == Severity.Error && !IsUnreadableTime(finding)))
        {
            return UploadTexts.Malformed;
        }

        if (content.Activities.Count == 0)
        {
            return NothingIn(file);
        }

        return content.Activities.Select(activity => ErrorIn(file, activity)).FirstOrDefault(error => error is not null) ?? ErrorOfRules(file);
    }

    /// <summary>What the rules only warn of and the fake refuses, as it refuses a created activity of less than nothing.</summary>
    private static string? ErrorInWorkout(ActivityFile file, ActivityContent content, FakeProfile profile)
    {
        var isBroken = file.Format == ActivityFileFormat.StrengthJson && content.Activities.Any(activity =>
            activity.ElapsedTime < TimeSpan.Zero || (profile == FakeProfile.Documented && !activity.Sets.All(HasDocumentedExercise)));
        if (isBroken)
        {
            return UploadTexts.Malformed;
        }

        return null;
    }

    /// <summary>"The following exercise_type values are supported" (strava-uploads.md, "Supported Exercises"); Strava's list of today is longer.</summary>
    private static bool HasDocumentedExercise(WorkoutSet set) => set.ExerciseType is { } exercise && ExerciseTypes.IsDocumented(exercise);

    /// <summary>A time that cannot be read is a time that is missing.</summary>
    private static bool IsUnreadableTime(Finding finding) => finding.RuleId is "GPX0107" or "TCX0107";

    private static string? ErrorIn(ActivityFile file, Activity activity)
    {
        if (activity.Streams.Count == 0 && activity.Sets.All(set => set.IsRest))
        {
            return NothingIn(file);
        }

        // Files with sets need no time with each record (strava-uploads.md, "Supported File Types").
        // Neither do swims whose lengths have the times.
        var needsTimes = activity.Sets.IsEmpty && !activity.Lengths.Any(length => length.StartTime is not null);
        var lacksTime = Enumerable.Range(0, activity.Streams.Count).Any(point => activity.Streams.TimeOf(point) is null);
        if ((needsTimes && lacksTime) || UploadedActivity.StartOf(activity) is null)
        {
            return UploadTexts.TimeMissing;
        }

        return null;
    }

    /// <summary>
    /// The recorded texts differ: one is for GPX with an empty track, the other for TCX laps without points (contract/error_texts.md).
    /// </summary>
    private static string NothingIn(ActivityFile file)
    {
        if (file.Format == ActivityFileFormat.Gpx)
        {
            return UploadTexts.TimeMissing;
        }

        return UploadTexts.Empty;
    }

    /// <summary>Whatever else the rules call an error: Strava's text for it is not known, so the general one.</summary>
    private static string? ErrorOfRules(ActivityFile file)
    {
        if (ActivityValidator.Validate(file).IsValid)
        {
            return null;
        }

        return UploadTexts.Malformed;
    }
}
