using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats;

/// <summary>What formats require of the activities they are to hold.</summary>
internal static class WriteChecks
{
    public static void RequireActivities(IReadOnlyList<Activity> activities)
    {
        if (activities.Count == 0)
        {
            throw new ActivityWriteException("There is no activity to write.");
        }
    }

    public static Activity RequireOneActivity(IReadOnlyList<Activity> activities, string format)
    {
        RequireActivities(activities);
        if (activities.Count == 1)
        {
            return activities[0];
        }

        throw new ActivityWriteException($"{format} holds one activity, and there are {activities.Count}. Write each into a file of its own, or all as FIT or TCX.");
    }

    public static DateTimeOffset RequireStartTime(Activity activity, string format) =>
        activity.StartTimeOf() ?? throw new ActivityWriteException($"{format} requires a start time, and the activity tells none.");
}
