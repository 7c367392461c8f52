using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Writes a FIT activity file (file type 4) with one session per activity. ActivityWriter documents the resolution; a value that does not
/// fit its field is left out.
/// </summary>
internal static class FitWriter
{
    public static void CheckWritable(IReadOnlyList<Activity> activities)
    {
        WriteChecks.RequireActivities(activities);
        foreach (var activity in activities)
        {
            var start = WriteChecks.RequireStartTime(activity, "FIT");
            if (FitTime.ToSeconds(start) is null)
            {
                throw new ActivityWriteException($"FIT counts seconds from 1989-12-31 to 2126-02-06, but the activity began at {start:u}.");
            }
        }
    }

    public static void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var fit = new FitMessageWriter();
        var custom = new FitCustomFields(activities);
        WriteFileId(fit, activities[0]);
        custom.WriteDescriptions(fit);
        foreach (var activity in activities)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FitRecordWriter.WriteRecords(fit, activity);
            FitHeartRateWriter.WriteSamples(fit, activity.HeartRateSamples);
            FitSummaryWriter.WriteParts(fit, activity);
        }

        foreach (var activity in activities)
        {
            FitSummaryWriter.WriteSession(fit, activity, custom);
        }

        WriteActivity(fit, activities);
        fit.WriteFile(destination);
    }

    private static void WriteFileId(FitMessageWriter fit, Activity activity)
    {
        var creator = activity.Creator ?? InvariantText.Creator;
        var device = FitNumbers.Device(creator);
        fit.BeginMessage(FitMessages.FileId);
        fit.WriteNumber(FitFields.FileId.Type, FitValues.FileType.Activity);
        fit.WriteNumber(FitFields.FileId.Manufacturer, device?.Manufacturer ?? FitValues.Manufacturer.Development);
        fit.WriteNumber(FitFields.FileId.Product, device is null ? 0 : device.Value.Product);
        fit.WriteTime(FitFields.FileId.TimeCreated, activity.TimeCreated ?? activity.StartTimeOf());
        if (device is null)
        {
            fit.WriteText(FitFields.FileId.ProductName, creator);
        }

        fit.EndMessage();
    }

    /// <summary>The timestamp is the end; the local timestamp gives the offset from UTC.</summary>
    private static void WriteActivity(FitMessageWriter fit, IReadOnlyList<Activity> activities)
    {
        var last = activities[^1];
        var end = FitSummaryWriter.EndTimeOf(last);
        var timer = activities.Sum(activity => (activity.TimerTime ?? activity.ElapsedTimeOf())?.TotalSeconds);
        fit.BeginMessage(FitMessages.Activity);
        fit.WriteTime(FitFields.Timestamp, end);
        fit.WriteNumber(FitFields.Activity.TotalTimerTime, timer);
        fit.WriteNumber(FitFields.Activity.NumSessions, activities.Count);
        fit.WriteNumber(FitFields.Activity.Type, TypeOf(activities));
        fit.WriteNumber(FitFields.Activity.Event, FitValues.Event.Activity);
        fit.WriteNumber(FitFields.Activity.EventType, FitValues.EventType.Stop);
        fit.WriteTime(FitFields.Activity.LocalTimestamp, end.AddDuration(activities[0].StartTime?.Offset));
        fit.EndMessage();
    }

    private static int TypeOf(IReadOnlyList<Activity> activities)
    {
        if (activities.Count == 1)
        {
            return FitValues.ActivityType.Manual;
        }

        return FitValues.ActivityType.AutoMultiSport;
    }
}
