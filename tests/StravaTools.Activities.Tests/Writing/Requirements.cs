using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>
/// Strava's requirements for a file (strava-uploads.md, "Supported File Types"), and those of the formats for an activity.
/// </summary>
internal static class Requirements
{
    /// <summary>True if no file of the format with these activities is an activity for Strava.</summary>
    public static bool Lacks(ActivityFileFormat format, IReadOnlyList<Activity> activities) => format switch
    {
        ActivityFileFormat.Gpx => !Points(activities[0]).Any(activities[0].Streams.HasPosition)
            || Points(activities[0]).Any(point => activities[0].Streams.HasPosition(point) && !HasTime(activities[0], point)),
        ActivityFileFormat.Tcx =>
            activities.Any(activity => (activity.StartTime ?? activity.Streams.Origin) is null)
            || activities.All(activity => Points(activity).All(point => !HasTime(activity, point))),
        _ => activities.Any(activity => (activity.StartTime ?? activity.Streams.Origin) is null)
            || activities.All(activity => activity.Streams.Count == 0 && activity.Sets.All(set => set.IsRest))
            || activities.Any(LacksTimes),
    };

    /// <summary>FIT has exceptions for sets and pool lengths, which have their own times.</summary>
    private static bool LacksTimes(Activity activity) =>
        activity.Sets.IsEmpty
        && !(Points(activity).All(point => !HasTime(activity, point)) && activity.Lengths.Any(length => length.StartTime is not null))
        && Points(activity).Any(point => !HasTime(activity, point));

    private static IEnumerable<int> Points(Activity activity) => Enumerable.Range(0, activity.Streams.Count);

    private static bool HasTime(Activity activity, int point) => activity.Streams.TimeOf(point) is not null;
}
