using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>The times of the points increase, at the pace of a recording.</summary>
internal static class TimeLineRules
{
    /// <summary>
    /// This many consecutive points at one time are not a fast recording: phones sample up to ten times per second,
    /// and some write times without fractions.
    /// </summary>
    private const int StandstillPoints = 20;

    /// <summary>Longer than a night's rest during a tour that is recorded as one activity; a longer gap separates two recordings.</summary>
    private static readonly TimeSpan MaxGap = TimeSpan.FromDays(1);

    private static readonly ActivityFileRule Backwards = new(
        "GEN0201", Severity.Warning, "Timestamps increase",
        "Points are ordered by time, so distance, speed, and pace around such a point are wrong, and segments may not match.",
        "Sort the points by time. If two recordings were joined, join them in the order in which they were made.")
    {
        Remedy = RuleRemedy.RepairFile,
        Example = "A point at 07:00:00Z that is followed by one at 06:59:00Z.",
        Sections = [Docs.FileTypes],
    };

    private static readonly ActivityFileRule Standstill = new(
        "GEN0202", Severity.Warning, "Consecutive points have different times",
        "Points with the same time have no speed and no order. If a converter writes the time of the export to all points, the " +
        "activity lasts 0 seconds.",
        "Export the file again from the device or app that recorded it.")
    {
        Example = "200 points, all at 2025-06-14T06:30:00Z.",
        Sections = [Docs.FileTypes],
    };

    private static readonly ActivityFileRule Gap = new(
        "GEN0203", Severity.Warning, "Consecutive points are less than a day apart",
        "A file becomes one activity, which then lasts for days. Usually a few points have a wrong date, or the file contains " +
        "two recordings.",
        "Remove the points that do not belong to the activity, or split the file at the gap.")
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
        var maxGap = MaxGap.TotalSeconds;
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
            else if (step > maxGap)
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
        backwards.Report(findings, Backwards, streams, "A time is earlier than that of the point before it.");
        gaps.Report(findings, Gap, streams, "Two consecutive points are more than a day apart.");
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
            if (_run++ == 0)
            {
                _runStart = point;
            }
        }

        /// <summary>A point at another time ends the run.</summary>
        public void EndStandstill()
        {
            _moves++;
            if (_run + 1 >= StandstillPoints)
            {
                if (_points == 0)
                {
                    _first = _runStart;
                }

                _points += _run;
            }

            _run = 0;
        }

        public readonly void Report(FindingCollector findings, ActivityStreams streams)
        {
            // The first point and the end count as moves: with no more than these, all points are at one time.
            if (_points > 0)
            {
                findings.Add(Standstill, "Many consecutive points have the same time.", streams.Locations[_first], _points);
            }
            else if (_moves == 2 && _repeats > 1)
            {
                findings.Add(Standstill, "All points have the same time.", streams.Locations[0], _repeats + 1);
            }
        }
    }
}
