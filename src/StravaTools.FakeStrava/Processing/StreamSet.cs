using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.FakeStrava.Processing;

/// <summary>
/// The streams of an activity in Strava's shape: all as long as each other, whole numbers where Strava's are. A point without a value has the one
/// before it, as Strava has no holes but in watts.
/// </summary>
internal sealed class StreamSet
{
    /// <summary>Metres on either side over which a grade is taken.</summary>
    private const double GradeReach = 20;

    /// <summary>Seconds on either side over which a speed is taken where none is recorded.</summary>
    private const double SpeedReach = 2.5;

    private readonly ActivityStreams _streams;
    private readonly Timeline _timeline;
    private readonly IReadOnlyList<int> _points;
    private readonly string _resolution;

    public StreamSet(ActivityStreams streams, string? resolution, string? seriesType)
    {
        (_streams, _timeline, _resolution) = (streams, Timeline.FromStreams(streams), resolution ?? "high");
        SeriesType = HasDistance ? seriesType ?? "distance" : "time";
        var most = resolution switch { "low" => 100, "medium" => 1000, "high" => 10_000, _ => int.MaxValue };
        _points = StreamSampling.PickIndices(SeriesType == "distance" ? _timeline.Metres : _timeline.Seconds, most);
    }

    /// <summary>The types there are (swagger, keys), in the order in which they are told.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "time", "distance", "latlng", "altitude", "velocity_smooth", "heartrate", "cadence", "watts", "temp", "moving", "grade_smooth",
    ];

    /// <summary>What the points are evenly spaced by: distance, or time where there is no distance.</summary>
    public string SeriesType { get; }

    private bool HasDistance => _timeline.Metres[_timeline.Count - 1] > 0;

    /// <summary>Null if nothing of the kind was recorded.</summary>
    public JsonObject? FindStream(string key)
    {
        if (DataOf(key) is not { } data)
        {
            return null;
        }

        return new JsonObject
        {
            ["data"] = data,
            ["series_type"] = SeriesType,
            ["original_size"] = _streams.Count,
            ["resolution"] = _resolution,
        };
    }

    private JsonArray? DataOf(string key) => key switch
    {
        "time" => ToArray(point => (long)Math.Round(_timeline.Seconds[point])),
        "distance" when HasDistance => ToArray(point => Math.Round(_timeline.Metres[point], 1)),
        "latlng" => Positions(),
        "altitude" => Floats(_streams.Altitude),
        "velocity_smooth" when HasDistance || !_streams.Speed.IsEmpty => _streams.Speed.IsEmpty ? ToArray(SpeedAt) : Floats(_streams.Speed),
        "heartrate" => ToWholeNumbers(_streams.HeartRate),
        "cadence" => ToWholeNumbers(_streams.Cadence),
        "watts" => EstimatedWatts(),
        "temp" => ToWholeNumbers(_streams.Temperature),
        "moving" => Moving(),
        "grade_smooth" when HasDistance && !_streams.Altitude.IsEmpty => ToArray(GradeAt),
        _ => null,
    };

    private JsonArray ToArray(Func<int, JsonNode?> value) => new([.. _points.Select(value)]);

    private JsonArray? Floats(ImmutableArray<float> values)
    {
        if (values.IsEmpty)
        {
            return null;
        }

        return ToArray(HoldLastValue(values, value => Math.Round(value, 1)));
    }

    private JsonArray? ToWholeNumbers(ImmutableArray<float> values)
    {
        if (values.IsEmpty)
        {
            return null;
        }

        return ToArray(HoldLastValue(values, value => (int)Math.Round(value)));
    }

    private JsonArray? EstimatedWatts()
    {
        if (_streams.Power.IsEmpty)
        {
            return null;
        }

        return ToArray(point => float.IsNaN(_streams.Power[point]) ? null : (int)Math.Round(_streams.Power[point]));
    }

    private JsonArray? Positions()
    {
        var first = Enumerable.Range(0, _streams.Count).FirstOrDefault(_streams.HasPosition, -1);
        if (first < 0)
        {
            return null;
        }

        var held = new int[_streams.Count];
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = _streams.HasPosition(i) ? i : i == 0 ? first : held[i - 1];
        }

        return ToArray(point => new JsonArray(Math.Round(_streams.Latitude[held[point]], 6), Math.Round(_streams.Longitude[held[point]], 6)));
    }

    private JsonArray Moving()
    {
        var intervals = MovingTime.Intervals(_streams);
        return ToArray(point => point > 0 && intervals[point] > 0);
    }

    private static Func<int, JsonNode?> HoldLastValue(ImmutableArray<float> values, Func<double, JsonNode> value)
    {
        var held = values.ToArray();
        var last = values.FirstOrDefault(known => !float.IsNaN(known));
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = last = float.IsFinite(held[i]) ? held[i] : last;
        }

        return point => value(held[point]);
    }

    private JsonNode SpeedAt(int point)
    {
        var (from, to) = Around(_timeline.FirstAt(_timeline.Seconds[point] - SpeedReach), _timeline.FirstAt(_timeline.Seconds[point] + SpeedReach), point);
        var seconds = _timeline.Seconds[to] - _timeline.Seconds[from];
        if (seconds <= 0)
        {
            return 0.0;
        }

        return Math.Round((_timeline.Metres[to] - _timeline.Metres[from]) / seconds, 1);
    }

    private JsonNode GradeAt(int point)
    {
        var metres = _timeline.Metres[point];
        var (from, to) = Around(_timeline.FirstAtDistance(metres - GradeReach), _timeline.FirstAtDistance(metres + GradeReach), point);
        var (way, climb) = (_timeline.Metres[to] - _timeline.Metres[from], (double)_streams.Altitude[to] - _streams.Altitude[from]);
        if (way <= 0 || double.IsNaN(climb))
        {
            return 0.0;
        }

        return Math.Round(Math.Clamp(100 * climb / way, -50, 50), 1);
    }

    private (int From, int To) Around(int from, int to, int point) => (Math.Min(from, point), Math.Clamp(to, point, _timeline.Count - 1));
}
