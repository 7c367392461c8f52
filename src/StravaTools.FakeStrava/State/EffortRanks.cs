using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.State;

/// <summary>
/// Gives efforts their ids, ranks and achievements: "computed at time of upload and reflect ranks at that point in time" (strava-activities.md,
/// "Achievements").
/// </summary>
internal sealed class EffortRanks(long firstId)
{
    /// <summary>Ranks that are told, of all and of one's own.</summary>
    private const int LastOverall = 10;
    private const int LastPersonal = 3;

    private readonly Dictionary<(long Athlete, string Name), List<int>> _best = [];
    private long _nextId = firstId;

    public long NextId() => _nextId++;

    /// <summary>The activity with its parts complete.</summary>
    /// <param name="activity">With its own id.</param>
    /// <param name="earlier">All efforts on segments so far.</param>
    public DetailedActivity Complete(DetailedActivity activity, IEnumerable<SegmentEffort> earlier)
    {
        var segmentEfforts = activity.SegmentEfforts.Count == 0 ? [] : RankEfforts(activity, [.. earlier]);
        var meta = new MetaActivity(activity.Id);
        return activity with
        {
            Laps = [.. activity.Laps.Select(lap => lap with { Id = NextId(), Activity = meta, Athlete = activity.Athlete })],
            BestEfforts = activity.BestEfforts is null ? null : [.. activity.BestEfforts.Select(effort => RankBest(effort, activity))],
            SegmentEfforts = segmentEfforts,
            AchievementCount = segmentEfforts.Sum(effort => effort.Achievements.Count),
            PrCount = segmentEfforts.Count(effort => effort.PrRank == 1),
        };
    }

    private SegmentEffort[] RankEfforts(DetailedActivity activity, IReadOnlyList<SegmentEffort> earlier) =>
        [.. activity.SegmentEfforts.Select(effort => RankEfforts(effort with { Athlete = activity.Athlete }, activity.Id, earlier))];

    private SegmentEffort RankEfforts(SegmentEffort effort, long activityId, IReadOnlyList<SegmentEffort> earlier)
    {
        var others = earlier.Where(other => other.Segment!.Id == effort.Segment!.Id).ToList();
        var overall = RankWithin(LastOverall, RankAmong(effort, others));
        var year = RankWithin(LastOverall, RankAmong(effort, others.Where(other => other.StartDateLocal.Year == effort.StartDateLocal.Year)));
        var personal = RankWithin(LastPersonal, 1 + others.Count(other => other.Athlete.Id == effort.Athlete.Id && other.ElapsedTime < effort.ElapsedTime));
        Achievement?[] achievements =
        [
            overall is { } rank ? Achievement.Overall(rank) : null,
            personal is { } own ? Achievement.PersonalRecord(own) : null,
            year is { } ofYear ? Achievement.YearOverall(ofYear) : null,
        ];
        return effort with
        {
            Id = NextId(),
            Activity = new MetaActivity(activityId),
            KomRank = overall,
            PrRank = personal,
            // "Factors considered include ... if the effort was a PR."
            Hidden = effort.Segment!.Private || (effort.Hidden && personal != 1),
            Achievements = [.. achievements.OfType<Achievement>()],
        };
    }

    /// <summary>A leaderboard has each athlete once.</summary>
    private static int RankAmong(SegmentEffort effort, IEnumerable<SegmentEffort> others) =>
        1 + others.Where(other => other.ElapsedTime < effort.ElapsedTime).Select(other => other.Athlete.Id).Distinct().Count();

    private ActivityEffort RankBest(ActivityEffort effort, DetailedActivity activity)
    {
        var key = (activity.Athlete.Id, effort.Name);
        var times = _best.TryGetValue(key, out var known) ? known : _best[key] = [];
        var place = times.FindIndex(time => time > effort.ElapsedTime);
        times.Insert(place < 0 ? times.Count : place, effort.ElapsedTime);
        var rank = RankWithin(LastPersonal, 1 + times.Count(time => time < effort.ElapsedTime));
        if (times.Count > LastPersonal)
        {
            times.RemoveAt(LastPersonal);
        }

        return effort with
        {
            Id = NextId(),
            Activity = new MetaActivity(activity.Id),
            Athlete = activity.Athlete,
            PrRank = rank,
            Achievements = rank is { } own ? [Achievement.PersonalRecord(own)] : [],
        };
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
