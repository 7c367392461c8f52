using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Builds one activity per session, with the messages recorded from its start to the start of the next session. A file without sessions is
/// one activity if anything was recorded.
/// </summary>
internal sealed class FitActivities
{
    private readonly FitContent _content;
    private readonly List<FitSession> _sessions;

    /// <summary>
    /// The sessions whose start is known, in that order: the start in ticks and the index in <see cref="_sessions"/>.
    /// </summary>
    private readonly (long Begin, int Session)[] _begins;

    /// <summary>The last result of <see cref="SessionAt"/>, and the times for which it is the same.</summary>
    private int _lastSession;
    private long _lastBegin, _lastEnd;

    public FitActivities(FitContent content)
    {
        _content = content;
        _sessions = SessionsOf(content);
        _begins = [.. _sessions
            .Select((session, i) => (session.Begin, Session: i))
            .Where(begin => begin.Begin is not null)
            .Select(begin => (begin.Begin!.Value.UtcTicks, begin.Session))
            .Order()];
    }

    private DateTimeOffset? EndOfActivity => FitTime.ToInstant(_content.Timestamp);

    public IReadOnlyList<Activity> BuildActivities()
    {
        var streams = SplitStreams(_content.Records.BuildStreams());
        var laps = BySession(_content.Laps);
        var lengths = BySession(_content.Lengths);
        var sets = BySession(_content.Sets);
        var splits = BySession(_content.Splits);
        var timerEvents = BySession(_content.TimerEvents);
        var heartRates = BySession(_content.HeartRateSamples.Items, sample => sample.Ticks);
        _content.HeartRateSamples.Release();
        var activities = new Activity[_sessions.Count];
        for (var i = 0; i < activities.Length; i++)
        {
            var session = _sessions[i];
            activities[i] = new Activity
            {
                Sport = SportOf(session),
                SportType = FitSportTypes.ParseSport(SportOf(session)),
                StartTime = StartOf(session, streams[i])?.ToOffset(FitTime.OffsetOf(_content.LocalTimestamp, _content.Timestamp)),
                ElapsedTime = session.ElapsedTime ?? SpanOf(streams[i]),
                TimerTime = session.TimerTime,
                Distance = session.Distance,
                TotalAscent = session.TotalAscent,
                Calories = session.Calories,
                PoolLength = session.PoolLength,
                Figures = session.Figures,
                TimeCreated = _content.FileId?.TimeCreated,
                CustomFields = session.CustomFields,
                Creator = _content.FileId?.Creator,
                Streams = FitHeartRateMerge.FillGaps(streams[i], heartRates[i]),
                Laps = ValuesOf(laps[i]),
                Lengths = ValuesOf(lengths[i]),
                Sets = ValuesOf(sets[i]),
                Splits = ValuesOf(splits[i]),
                TimerEvents = ValuesOf(timerEvents[i]),
                HeartRateSamples = heartRates[i],
                Location = session.Location,
                LapLocations = LocationsOf(laps[i]),
                SetLocations = LocationsOf(sets[i]),
            };
        }

        return activities;
    }

    private static ImmutableArray<T> ValuesOf<T>(ImmutableArray<FitTimed<T>> items) => [.. items.Select(item => item.Value)];

    private static ImmutableArray<SourceLocation> LocationsOf<T>(ImmutableArray<FitTimed<T>> items) =>
        [.. items.Select(item => item.Location)];

    private static List<FitSession> SessionsOf(FitContent content)
    {
        if (content.Sessions.Count == 0 && content.Records.Count + content.Sets.Count > 0)
        {
            return [new FitSession()];
        }

        return content.Sessions;
    }

    /// <summary>If there are several sessions, the sport message could mean any of them.</summary>
    private string? SportOf(FitSession session)
    {
        if (session.Sport is null && _sessions.Count == 1)
        {
            return FitSports.NameOf(_content.Sport.Sport, _content.Sport.SubSport);
        }

        return FitSports.NameOf(session.Sport, session.SubSport);
    }

    /// <summary>
    /// Without session.start_time, the time of the earliest point. Without points, the rule for files with sets (strava-uploads.md, "FIT"):
    /// the timestamp of the activity is the end, and the start is session.total_elapsed_time before it.
    /// </summary>
    private DateTimeOffset? StartOf(FitSession session, ActivityStreams streams) =>
        session.StartTime ?? streams.FindTimeRange()?.Start ?? session.Begin ?? (EndOfActivity - session.ElapsedTime);

    /// <summary>Unknown if the clock was set back, so that the last point is before the first.</summary>
    private static TimeSpan? SpanOf(ActivityStreams streams)
    {
        if (streams.LastTime - streams.Origin is { Ticks: >= 0 } span)
        {
            return span;
        }

        return null;
    }

    private ImmutableArray<FitTimed<T>>[] BySession<T>(List<FitTimed<T>> items) =>
        BySession(CollectionsMarshal.AsSpan(items), item => item.Time?.UtcTicks);

    /// <summary>The items of each session.</summary>
    private ImmutableArray<T>[] BySession<T>(ReadOnlySpan<T> items, Func<T, long?> timeOf)
    {
        if (_sessions.Count <= 1)
        {
            return [[.. items]];
        }

        var parts = Array.ConvertAll(new ImmutableArray<T>.Builder[_sessions.Count], _ => ImmutableArray.CreateBuilder<T>(0));
        while (!items.IsEmpty)
        {
            var session = SessionAt(timeOf(items[0]));
            var count = 1;
            while (count < items.Length && SessionAt(timeOf(items[count])) == session)
            {
                count++;
            }

            parts[session].AddRange(items[..count]);
            items = items[count..];
        }

        return Array.ConvertAll(parts, part => part.DrainToImmutable());
    }

    /// <summary>The last session that began at or before the time; the first one if no session did, or if the time is unknown.</summary>
    private int SessionAt(long? time)
    {
        if (_begins.Length < 2 || time is not { } instant)
        {
            return 0;
        }

        // Nearly always the same as before.
        if (instant >= _lastBegin && instant < _lastEnd)
        {
            return _lastSession;
        }

        var low = 0;
        var high = _begins.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_begins[middle].Begin <= instant)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var found = Math.Max(low - 1, 0);
        _lastSession = _begins[found].Session;
        _lastBegin = _begins[found].Begin;
        _lastEnd = long.MaxValue;
        if (low < _begins.Length)
        {
            _lastEnd = _begins[low].Begin;
        }

        return _lastSession;
    }

    private ActivityStreams[] SplitStreams(ActivityStreams all)
    {
        if (_sessions.Count <= 1)
        {
            return [all];
        }

        var points = new List<int>?[_sessions.Count];
        var (origin, times) = (all.Origin?.UtcTicks ?? 0, all.Time);
        var session = 0;
        for (var point = 0; point < all.Count; point++)
        {
            // A point without a time stays with the previous point. Times of records have no fractions.
            if (!times.IsEmpty && !double.IsNaN(times[point]))
            {
                session = SessionAt(origin + ((long)times[point] * TimeSpan.TicksPerSecond));
            }

            (points[session] ??= []).Add(point);
        }

        return [.. points.Select(picked => picked is null ? ActivityStreams.Empty : all.SelectPoints(CollectionsMarshal.AsSpan(picked)))];
    }
}
