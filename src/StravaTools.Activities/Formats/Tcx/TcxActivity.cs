using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>An activity while it is read.</summary>
internal sealed class TcxActivity
{
    private readonly ImmutableArray<Lap>.Builder _laps = ImmutableArray.CreateBuilder<Lap>();
    private readonly ImmutableArray<SourceLocation>.Builder _lapLocations = ImmutableArray.CreateBuilder<SourceLocation>();
    private SourceLocation _lapLocation;
    private DateTimeOffset? _lapStart;

    public SourceLocation Location { get; init; }

    public string? Sport { get; init; }

    public string? Name { get; set; }

    public string? Creator { get; set; }

    public double? LapSeconds { get; set; }

    public double? LapDistance { get; set; }

    public double? LapCalories { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public Dictionary<string, string> CustomFields { get; } = new(StringComparer.Ordinal);

    public ActivityStreamsBuilder Streams { get; } = new();

    public void BeginPoint(SourceLocation location)
    {
        Streams.BeginPoint(location);
        Latitude = Longitude = null;
    }

    public void BeginLap(DateTimeOffset? start, SourceLocation location)
    {
        _lapStart = start;
        _lapLocation = location;
        LapSeconds = LapDistance = LapCalories = null;
    }

    public void EndLap()
    {
        _laps.Add(new Lap(_lapStart, Seconds(LapSeconds), null, LapDistance, Calories: LapCalories));
        _lapLocations.Add(_lapLocation);
    }

    public Activity BuildActivity()
    {
        var streams = Streams.BuildStreams();
        var start = Earliest(_laps.Select(lap => lap.StartTime).FirstOrDefault(), streams.Origin);
        return new Activity
        {
            Sport = Sport,
            SportType = TcxSports.ParseSport(Sport),
            Name = Name,
            StartTime = start,
            ElapsedTime = ElapsedSince(start, streams),
            Distance = SumOfLaps(lap => lap.Distance),
            Calories = SumOfLaps(lap => lap.Calories),
            Creator = Creator,
            Laps = _laps.ToImmutable(),
            Location = Location,
            LapLocations = _lapLocations.ToImmutable(),
            Streams = streams,
            CustomFields = CustomFields.ToImmutableDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>
    /// The time to the last point or to the end of the last lap, whichever is later: the total of a lap may
    /// exclude pauses, and points may be sparse.
    /// </summary>
    private TimeSpan? ElapsedSince(DateTimeOffset? start, ActivityStreams streams)
    {
        var byPoints = streams.LastTime - start;
        var byLaps = _laps.Select(lap => lap.StartTime - start + lap.ElapsedTime).Max();
        if (byLaps > byPoints || byPoints is null)
        {
            return byLaps;
        }

        return byPoints;
    }

    private double? SumOfLaps(Func<Lap, double?> value)
    {
        if (_laps.Any(lap => value(lap) is not null))
        {
            return _laps.Sum(value);
        }

        return null;
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other)
    {
        if (one is null || other < one)
        {
            return other;
        }

        return one;
    }

    private static TimeSpan? Seconds(double? seconds)
    {
        if (seconds is >= 0 and < 1e9)
        {
            return Durations.FromSeconds(seconds.Value);
        }

        return null;
    }
}
