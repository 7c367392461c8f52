namespace StravaTools.Activities.Analysis;

/// <summary>Moves along a timeline with the ends of a stretch, which only advance: searching for them would take much longer.</summary>
/// <param name="timeline">The timeline.</param>
internal sealed class StretchCursor(Timeline timeline)
{
    private readonly IReadOnlyList<double> _meters = timeline.Meters;

    /// <summary>The first point past the start; the point before it is the last one that is not.</summary>
    public int Leaving { get; private set; }

    /// <summary>The first point at or past the end.</summary>
    public int Reaching { get; private set; }

    /// <summary>Moves to a stretch that starts no earlier than the last one.</summary>
    public void MoveTo(double start, double end)
    {
        while (Leaving < _meters.Count && _meters[Leaving] <= start)
        {
            Leaving++;
        }

        while (Reaching < _meters.Count && _meters[Reaching] < end)
        {
            Reaching++;
        }
    }
}
