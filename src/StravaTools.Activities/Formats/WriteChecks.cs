namespace StravaTools.Activities.Formats;

/// <summary>What formats require of the activities they are to hold.</summary>
internal static class WriteChecks
{
    public static void Some(IReadOnlyList<Activity> activities)
    {
        if (activities.Count == 0)
        {
            throw new ActivityWriteException("There is no activity to write.");
        }
    }

    public static Activity One(IReadOnlyList<Activity> activities, string format)
    {
        Some(activities);
        return activities.Count == 1
            ? activities[0]
            : throw new ActivityWriteException($"{format} holds one activity, and there are {activities.Count}. Write each into a file of its own, or all as FIT or TCX.");
    }

    public static DateTimeOffset Start(Activity activity, string format) =>
        activity.Begin() ?? throw new ActivityWriteException($"{format} requires a start time, and the activity tells none.");
}
