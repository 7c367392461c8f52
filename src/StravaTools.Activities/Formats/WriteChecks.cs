using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Formats;

/// <summary>The requirements of formats for the activities to write.</summary>
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

        throw new ActivityWriteException(
            MessageText.Format($"{format} can contain only one activity, but there are {activities.Count}. ") +
            "Write each to its own file, or all as FIT or TCX.");
    }

    public static DateTimeOffset RequireStartTime(Activity activity, string format) =>
        activity.StartTimeOf() ?? throw new ActivityWriteException($"{format} requires a start time, but the activity has none.");
}
