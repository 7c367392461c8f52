using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Pages;

/// <summary>What is computed of an activity for its page, before anything is drawn.</summary>
internal sealed class ActivityView
{
    private ActivityView(Activity activity, IReadOnlyList<Finding> findings, ActivityPageOptions options)
    {
        Activity = activity;
        HiddenRadius = options.HiddenRadius;
        Measures = ActivityMeasures.Measure(activity, options.Measures);
        Rows = TrackRows.Create(activity.Streams);
        Traces = TraceReader.ReadTraces(Measures, Rows);
        Route = HiddenEnds.RemovePositions(activity.Streams, options.HiddenRadius);
        Map = RouteMap.Create(Route);
        Marks = FindingPlaces.Locate(findings, activity.Streams);
    }

    public Activity Activity { get; }

    public ActivityMeasures Measures { get; }

    /// <summary>Meters around start and end without positions.</summary>
    public double HiddenRadius { get; }

    public TrackRows Rows { get; }

    public IReadOnlyList<Trace> Traces { get; }

    /// <summary>The points without the positions that are hidden.</summary>
    public ActivityStreams Route { get; }

    /// <summary>Null if the activity has no visible position.</summary>
    public RouteMap? Map { get; }

    /// <summary>All findings of the file, those of this activity with their point.</summary>
    public IReadOnlyList<FindingMark> Marks { get; }

    /// <summary>True if the points have times.</summary>
    public bool HasTime => Rows.Count > 1 && Rows.Seconds[^1] > Rows.Seconds[0];

    /// <summary>True if the points have distances or positions.</summary>
    public bool HasDistance => Rows.Count > 1 && Rows.Meters[^1] > Rows.Meters[0];

    public bool IsOnFoot => SportKinds.IsOnFoot(Activity.SportType);

    public static ActivityView Create(Activity activity, IReadOnlyList<Finding> findings, ActivityPageOptions options) =>
        new(activity, findings, options);

    /// <summary>The horizontal position of each row in the charts, from 0 to 1: over time, or over distance without times.</summary>
    public double[] LocateRows()
    {
        var values = HasTime ? Rows.Seconds : Rows.Meters;
        var (first, span) = (values[0], values[^1] - values[0]);
        return [.. values.Select(value => (value - first) / span)];
    }
}
