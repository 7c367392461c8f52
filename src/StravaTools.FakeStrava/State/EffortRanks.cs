using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.State;

/// <summary>
/// Gives efforts their ids, ranks, and achievements: "computed at time of upload and reflect ranks at that point in time"
/// (strava-activities.md, "Achievements").
/// </summary>
internal sealed class EffortRanks(long firstId)
{
    /// <summary>Efforts beyond these ranks have no rank: among all athletes, and among one's own efforts.</summary>
    private const int MaxOverall = 10;
    private const int MaxPersonal = 3;

    private readonly Dictionary<(long Athlete, string Name), List<int>> _best = [];
    private long _nextId = firstId;

    public EffortRanks CopyRanks()
    {
        var copy = new EffortRanks(_nextId);
        foreach (var (key, times) in _best)
        {
            copy._best.Add(key, [.. times]);
        }

        return copy;
    }

    public long NextId() => _nextId++;

    /// <summary>The activity with its parts complete.</summary>
    /// <param name="activity">With its own id.</param>
    /// <param name="earlier">All efforts on segments so far.</param>
    public DetailedActivity Complete(DetailedActivity activity, IEnumerable<SegmentEffort> earlier)
    {
        var segmentEfforts = RankEfforts(activity, earlier);
        var meta = DescribeActivity(activity);
        return activity with
        {
            Laps = activity.Laps.Select(lap => lap with { Id = NextId(), Activity = meta, Athlete = activity.Athlete }).ToArray(),
            BestEfforts = activity.BestEfforts?.Select(effort => RankBest(effort, activity, meta)).ToArray(),
            SegmentEfforts = segmentEfforts,
            AchievementCount = segmentEfforts.Sum(effort => effort.Achievements.Count),
            PrCount = segmentEfforts.Count(effort => effort.PrRank == 1),
        };
    }

    /// <summary>Counts an activity that was ranked before, so that later ones are ranked among its efforts.</summary>
    public void CountEfforts(DetailedActivity activity)
    {
        foreach (var effort in activity.BestEfforts ?? [])
        {
            AddTime((activity.Athlete.Id, effort.Name), effort.ElapsedTime);
        }

        ActivityEffort[] efforts = [.. activity.SegmentEfforts, .. activity.BestEfforts ?? []];
        long[] ids = [.. efforts.Select(effort => effort.Id), .. activity.Laps.Select(lap => lap.Id)];
        _nextId = Math.Max(_nextId, ids.DefaultIfEmpty().Max() + 1);
    }

    private SegmentEffort[] RankEfforts(DetailedActivity activity, IEnumerable<SegmentEffort> earlier)
    {
        // Listing all efforts so far takes time, and most activities cross no segment.
        if (activity.SegmentEfforts.Count == 0)
        {
            return [];
        }

        var others = earlier.ToLookup(effort => effort.Segment!.Id);
        return [.. activity.SegmentEfforts.Select(
            effort => RankEffort(
                effort with { Athlete = activity.Athlete, Activity = DescribeActivity(activity) }, [.. others[effort.Segment!.Id]]))];
    }

    private SegmentEffort RankEffort(SegmentEffort effort, IReadOnlyList<SegmentEffort> others)
    {
        var sameYear = others.Where(other => other.StartDateLocal.Year == effort.StartDateLocal.Year);
        var own = others.Where(other => other.Athlete.Id == effort.Athlete.Id);
        var overall = RankWithin(MaxOverall, RankAmong(effort, others));
        var year = RankWithin(MaxOverall, RankAmong(effort, sameYear));
        var personal = RankWithin(MaxPersonal, 1 + own.Count(other => other.ElapsedTime < effort.ElapsedTime));
        return effort with
        {
            Id = NextId(),
            KomRank = overall,
            PrRank = personal,
            // "Factors considered include ... if the effort was a PR."
            Hidden = effort.Segment!.Private || (effort.Hidden && personal != 1),
            Achievements = [.. ListAchievements(overall, personal, year)],
        };
    }

    private static IEnumerable<Achievement> ListAchievements(int? overall, int? personal, int? year)
    {
        if (overall is { } overallRank)
        {
            yield return Achievement.Overall(overallRank);
        }

        if (personal is { } personalRank)
        {
            yield return Achievement.PersonalRecord(personalRank);
        }

        if (year is { } yearRank)
        {
            yield return Achievement.YearOverall(yearRank);
        }
    }

    private static MetaActivity DescribeActivity(DetailedActivity activity) =>
        new(activity.Id) { Visibility = ActivityVisibility.Describe(activity.Private) };

    /// <summary>A leaderboard has each athlete once.</summary>
    private static int RankAmong(SegmentEffort effort, IEnumerable<SegmentEffort> others) =>
        1 + others.Where(other => other.ElapsedTime < effort.ElapsedTime).Select(other => other.Athlete.Id).Distinct().Count();

    private DistanceEffort RankBest(DistanceEffort effort, DetailedActivity activity, MetaActivity meta)
    {
        var rank = RankWithin(MaxPersonal, AddTime((activity.Athlete.Id, effort.Name), effort.ElapsedTime));
        return effort with
        {
            Id = NextId(),
            Activity = meta,
            Athlete = activity.Athlete,
            PrRank = rank,
            Achievements = ListAchievements(overall: null, personal: rank, year: null).ToArray(),
        };
    }

    /// <summary>Adds a time to the best ones of an athlete over a distance, and returns its rank among them.</summary>
    private int AddTime((long Athlete, string Name) key, int elapsed)
    {
        if (!_best.TryGetValue(key, out var times))
        {
            _best[key] = times = [];
        }

        var rank = 1 + times.Count(time => time < elapsed);
        times.Add(elapsed);
        times.Sort();
        if (times.Count > MaxPersonal)
        {
            times.RemoveAt(MaxPersonal);
        }

        return rank;
    }

    private static int? RankWithin(int last, int rank)
    {
        if (rank <= last)
        {
            return rank;
        }

        return null;
    }
}
