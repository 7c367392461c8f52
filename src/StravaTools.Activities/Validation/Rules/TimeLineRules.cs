using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>The times of the points go forward, at the pace of a recording.</summary>
internal static class TimeLineRules
{
    /// <summary>
    /// So many points in a row at one time are no fast recording: phones sample up to ten times a second and some write whole seconds only.
    /// </summary>
    private const int StandstillPoints = 20;

    /// <summary>Longer than any night's rest of a tour that is recorded as one; what lies further apart was recorded on two occasions.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromDays(1);

    private static readonly ActivityFileRule Backwards = new(
        "GEN0201", Severity.Warning, "Times do not run backwards",
        "The time of a point says where it belongs, so distance, speed and pace around such a point are wrong, and segments are not matched.",
        "Sort the points by time: Repair-ActivityFile does. If two recordings were joined, join them in the order they were made.")
    {
        Example = "A point at 07:00:00Z that is followed by one at 06:59:00Z.",
        Sections = [Docs.FileTypes],
    };

    private static readonly ActivityFileRule Standstill = new(
        "GEN0202", Severity.Warning, "Times do not stand still",
        "Points at one and the same time have no speed and no order; a converter that puts the time of the export into all points leaves an activity of 0 seconds.",
        "Export the file again from where it was recorded.")
    {
        Example = "200 points, all at 2025-06-14T06:30:00Z.",
        Sections = [Docs.FileTypes],
    };

    private static readonly ActivityFileRule Gap = new(
        "GEN0203", Severity.Warning, "There is no gap of days between points",
        "Everything in a file becomes one activity, so its elapsed time will be days; mostly a few points with a wrong date, or two recordings in one file.",
        "Remove the points that do not belong, or split the file at the gap.")
    {
        Example = "Three points on 2025-01-25, left over from a forgotten session, and the rest on 2025-04-22.",
        Sections = [Docs.FileTypes],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Backwards, Standstill, Gap];

    public static void CheckActivities(ActivityCheckContext context)
    {
        foreach (var activity in context.Activities)
        {
            if (activity.Streams.Time.Length > 1)
            {
                CheckStreams(activity.Streams, context.Findings);
            }
        }
    }

    private static void CheckStreams(ActivityStreams streams, FindingCollector findings)
    {
        var times = streams.Time.AsSpan();
        var longestGap = LongestGap.TotalSeconds;
        PointCounter backwards = default, gaps = default;
        var still = new Standstills();
        var last = double.NaN;
        for (var i = 0; i < times.Length; i++)
        {
            // Comparisons with NaN, a point without a time, are false.
            var time = times[i];
            var step = time - last;
            if (step < 0)
            {
                backwards.CountPoint(i);
            }
            else if (step > longestGap)
            {
                gaps.CountPoint(i);
            }
            else if (step == 0)
            {
                still.AddPoint(i);
                continue;
            }

            if (!double.IsNaN(time))
            {
                last = time;
                still.EndStandstill();
            }
        }

        still.EndStandstill();
        backwards.Report(findings, Backwards, streams, "A time is before the one of the point before it.");
        gaps.Report(findings, Gap, streams, "Between two points there is more than a day.");
        still.Report(findings, streams);
    }

    /// <summary>Runs of points at one time.</summary>
    private struct Standstills
    {
        private int _run;
        private int _runStart;
        private int _points;
        private int _first;
        private int _moves;
        private int _repeats;

        public void AddPoint(int point)
        {
            _repeats++;
            _runStart = _run++ == 0 ? point : _runStart;
        }

        /// <summary>A point at another time ends the run.</summary>
        public void EndStandstill()
        {
            _moves++;
            if (_run + 1 >= StandstillPoints)
            {
                _first = _points == 0 ? _runStart : _first;
                _points += _run;
            }

            _run = 0;
        }

        public readonly void Report(FindingCollector findings, ActivityStreams streams)
        {
            // The first point and the end count as moves: with no more than these, all points are at one time.
            if (_points > 0)
            {
                findings.Add(Standstill, "The time stands still for many points in a row.", streams.Locations[_first], _points);
            }
            else if (_moves == 2 && _repeats > 1)
            {
                findings.Add(Standstill, "All points are at the same time.", streams.Locations[0], _repeats + 1);
            }
        }
    }
}
