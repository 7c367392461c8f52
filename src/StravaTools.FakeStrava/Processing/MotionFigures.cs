using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Distance, times, speeds, and elevation of an activity.</summary>
internal static class MotionFigures
{
    public static DetailedActivity WithMotion(this DetailedActivity activity, Activity recording)
    {
        var streams = recording.Streams;
        var elapsed = RecordedTimes.ComputeElapsed(recording);
        var moving = RecordedTimes.ComputeMoving(recording, elapsed);
        var distance = FindDistance(recording);
        return activity with
        {
            Distance = Rounding.Round(distance, 1) ?? 0,
            ElapsedTime = Rounding.ToSeconds(elapsed),
            MovingTime = Rounding.ToSeconds(moving),
            AverageSpeed = Rounding.Round(ComputeAverageSpeed(distance, moving) ?? recording.Figures.AverageSpeed, 3) ?? 0,
            MaxSpeed = Rounding.Round(SpeedAnalysis.MaxSpeed(streams) ?? recording.Figures.MaxSpeed, 3) ?? 0,
            TotalElevationGain = Rounding.Round(Elevation.FindGain(recording), 1) ?? 0,
            ElevHigh = Rounding.Round(MovingAverage.Maximum(streams.Altitude), 1),
            ElevLow = Rounding.Round(MovingAverage.Minimum(streams.Altitude), 1),
        };
    }

    /// <summary>
    /// As the file states, else as far as the points went, else by the steps. Some programs write laps of 0 m around points that cover a
    /// distance, so 0 does not count.
    /// </summary>
    private static double FindDistance(Activity recording)
    {
        if (recording.Distance is > 0 and var stated)
        {
            return stated;
        }

        if (DistanceAnalysis.TotalDistance(recording.Streams) is > 0 and var covered)
        {
            return covered;
        }

        // A cycle of a walk or a run is a stride, which is two steps.
        return 2 * recording.Figures.TotalCycles * recording.Figures.AverageStepLength ?? 0;
    }

    private static double? ComputeAverageSpeed(double distance, TimeSpan moving)
    {
        if (distance > 0 && moving > TimeSpan.Zero)
        {
            return distance / moving.TotalSeconds;
        }

        return null;
    }
}
