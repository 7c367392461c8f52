using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Writes a FIT activity file (file type 4), a session an activity. Of what its resolution is, ActivityWriter tells; a value that its field
/// cannot hold is left out.
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
                throw new ActivityWriteException($"FIT counts seconds from 1989-12-31 to 2126-02-06, and the activity began {start:u}.");
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
        const int Development = 255;
        var creator = activity.Creator ?? InvariantText.Creator;
        var device = FitNumbers.Device(creator);
        fit.BeginMessage(FitMessages.FileId);
        fit.WriteEnum(FitFields.FileId.Type, 4);
        fit.WriteUInt16(FitFields.FileId.Manufacturer, device?.Manufacturer ?? Development);
        fit.WriteUInt16(FitFields.FileId.Product, device is null ? 0 : device.Value.Product);
        fit.WriteTime(FitFields.FileId.TimeCreated, activity.TimeCreated ?? activity.StartTimeOf());
        if (device is null)
        {
            fit.WriteText(FitFields.FileId.ProductName, creator);
        }

        fit.EndMessage();
    }

    /// <summary>Its timestamp is when it ended; the wall clock beside it tells the offset from UTC.</summary>
    private static void WriteActivity(FitMessageWriter fit, IReadOnlyList<Activity> activities)
    {
        const int Activity = 26, Stop = 1, Manual = 0, Multisport = 1;
        var last = activities[^1];
        var end = FitSummaryWriter.EndTimeOf(last);
        var timer = activities.Sum(activity => (activity.TimerTime ?? activity.ElapsedTimeOf())?.TotalSeconds);
        fit.BeginMessage(FitMessages.Activity);
        fit.WriteTime(FitFields.Timestamp, end);
        fit.WriteUInt32(0, timer, 1000);
        fit.WriteUInt16(1, activities.Count);
        fit.WriteEnum(2, activities.Count == 1 ? Manual : Multisport);
        fit.WriteEnum(3, Activity);
        fit.WriteEnum(4, Stop);
        fit.WriteTime(FitFields.Activity.LocalTimestamp, end.AddDuration(activities[0].StartTime?.Offset));
        fit.EndMessage();
    }
}
