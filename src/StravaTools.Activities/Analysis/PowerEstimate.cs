using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// The power of a ride without a power meter ("uses estimated power if necessary", strava-activities.md, kilojoules): the
/// power against rolling resistance, gravity, and air resistance of a rider on the hoods of a road bike. Wind and drafting
/// are unknown, so it is a rough estimate.
/// </summary>
public static class PowerEstimate
{
    /// <summary>Kilograms of bike and kit.</summary>
    public const double BikeMass = 9;

    private const double Gravity = 9.81;
    private const double Rolling = 0.005;
    private const double DragArea = 0.35;
    private const double AirDensity = 1.2;

    /// <summary>Seconds over which speed and climb are averaged: over less time, the noise of the receiver dominates.</summary>
    private const double Window = 15;

    /// <summary>Watts at each point, 0 when coasting; empty if the points have neither distance nor position.</summary>
    /// <param name="streams">The points.</param>
    /// <param name="riderMass">Kilograms.</param>
    public static ImmutableArray<float> EstimatePower(ActivityStreams streams, double riderMass)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var timeline = Timeline.FromStreams(streams);
        if (timeline.Count < 2 || timeline.Meters[timeline.Count - 1] <= 0)
        {
            return [];
        }

        var watts = new float[timeline.Count];
        for (var i = 1; i < watts.Length; i++)
        {
            var from = Math.Min(i - 1, timeline.FirstAt(timeline.Seconds[i] - Window));
            watts[i] = (float)Math.Max(0, AveragePower(timeline, streams, from, i, riderMass + BikeMass));
        }

        watts[0] = watts[1];
        return ImmutableArray.Create(watts);
    }

    private static double AveragePower(Timeline timeline, ActivityStreams streams, int from, int to, double mass)
    {
        var (seconds, meters) = (timeline.Seconds[to] - timeline.Seconds[from], timeline.Meters[to] - timeline.Meters[from]);
        if (seconds <= 0 || meters <= 0)
        {
            return 0;
        }

        var speed = meters / seconds;
        double climb = streams.Altitude.IsEmpty ? 0 : streams.Altitude[to] - streams.Altitude[from];
        climb = double.IsNaN(climb) ? 0 : Math.Clamp(climb, -0.3 * meters, 0.3 * meters);
        return (mass * Gravity * ((Rolling * speed) + (climb / seconds))) + (0.5 * AirDensity * DragArea * speed * speed * speed);
    }
}
