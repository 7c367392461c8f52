using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>An activity while it is read.</summary>
internal sealed class TcxActivity
{
    /// <summary>The longest total time of a lap: more than thirty years.</summary>
    public const double MaxLapSeconds = 1e9;

    private readonly ImmutableArray<Lap>.Builder _laps = ImmutableArray.CreateBuilder<Lap>();
    private readonly ImmutableArray<SourceLocation>.Builder _lapLocations = ImmutableArray.CreateBuilder<SourceLocation>();
    private SourceLocation _lapLocation;
    private DateTimeOffset? _lapStart;

    public SourceLocation Location { get; init; }

    public string? Sport { get; init; }

    public string? Name { get; set; }

    public string? Notes { get; set; }

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
        TimeSpan? elapsedTime = LapSeconds is { } seconds ? Durations.FromSeconds(seconds) : null;
        _laps.Add(new Lap(_lapStart, elapsedTime, null, LapDistance, Calories: LapCalories));
        _lapLocations.Add(_lapLocation);
    }

    public Activity BuildActivity()
    {
        var streams = Streams.BuildStreams();
        var range = streams.FindTimeRange();
        var start = range?.Start ?? _laps.Select(lap => lap.StartTime).Min();
        return new Activity
        {
            Sport = Sport,
            SportType = TcxSports.ParseSport(Sport),
            Name = Name ?? NameIn(Notes),
            StartTime = start,
            ElapsedTime = ElapsedTimeOf(range),
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
    /// The time from the first to the last point. Strava ignores the start of laps (strava-uploads.md, "TCX"). The total of the laps only
    /// counts if there are not two times.
    /// </summary>
    private TimeSpan? ElapsedTimeOf((DateTimeOffset Start, DateTimeOffset End)? points)
    {
        var byPoints = points?.End - points?.Start;
        if (byPoints > TimeSpan.Zero || !_laps.Any(lap => lap.ElapsedTime is not null))
        {
            return byPoints;
        }

        return Durations.FromSeconds(_laps.Sum(lap => lap.ElapsedTime?.TotalSeconds ?? 0));
    }

    private double? SumOfLaps(Func<Lap, double?> value)
    {
        if (_laps.Any(lap => value(lap) is not null))
        {
            return _laps.Sum(value);
        }

        return null;
    }

    /// <summary>The schema has no name for an activity, so programs write it as notes. Notes of several lines are not a name.</summary>
    private static string? NameIn(string? notes)
    {
        if (notes is { Length: > 0 } && !notes.Contains('\n', StringComparison.Ordinal))
        {
            return notes;
        }

        return null;
    }
}
