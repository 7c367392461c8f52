using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>
/// The streams of an activity in Strava's shape: all of the same length, with integers if Strava has integers. A point without a value
/// repeats the previous one: only Strava's watts have gaps.
/// </summary>
internal sealed class StreamSet
{
    /// <summary>Meters on either side over which a grade is computed.</summary>
    private const double GradeReach = 20;

    /// <summary>Seconds on either side over which a speed is computed if none is recorded.</summary>
    private const double SpeedReach = 2.5;

    private readonly ActivityStreams _streams;
    private readonly Timeline _timeline;
    private readonly IReadOnlyList<int> _points;
    private readonly string _resolution;

    public StreamSet(ActivityStreams streams, string? resolution, string? seriesType)
    {
        (_streams, _timeline, _resolution) = (streams, Timeline.FromStreams(streams), resolution ?? "high");
        SeriesType = HasDistance ? seriesType ?? "distance" : "time";
        var series = SeriesType == "distance" ? _timeline.Meters : _timeline.Seconds;
        _points = StreamSampling.PickIndices(series, MaxPoints(resolution));
    }

    /// <summary>All types (swagger, keys), in the order of the response.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "time", "distance", "latlng", "altitude", "velocity_smooth", "heartrate", "cadence", "watts", "temp", "moving", "grade_smooth",
    ];

    /// <summary>What the points are evenly spaced by: distance, or time if there is no distance.</summary>
    public string SeriesType { get; }

    private bool HasDistance => _timeline.Meters[_timeline.Count - 1] > 0;

    /// <summary>Null if the stream was not recorded.</summary>
    public JsonObject? FindStream(string key)
    {
        if (FindData(key) is not { } data)
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

    private static int MaxPoints(string? resolution) => resolution switch
    {
        "low" => 100,
        "medium" => 1000,
        "high" => 10_000,
        _ => int.MaxValue,
    };

    private JsonArray? FindData(string key) => key switch
    {
        "time" => ToArray(point => (long)Math.Round(_timeline.Seconds[point])),
        "distance" when HasDistance => ToArray(point => WireJson.WithFraction(Math.Round(_timeline.Meters[point], 1))),
        "latlng" => ListPositions(),
        "altitude" => ToDecimals(_streams.Altitude),
        "velocity_smooth" when !_streams.Speed.IsEmpty => ToDecimals(_streams.Speed),
        "velocity_smooth" when HasDistance => ToArray(ComputeSpeed),
        "heartrate" => ToWholeNumbers(_streams.HeartRate),
        "cadence" => ToWholeNumbers(_streams.Cadence),
        "watts" => ListWatts(),
        "temp" => ToWholeNumbers(_streams.Temperature),
        "moving" => ListMoving(),
        "grade_smooth" when HasDistance && !_streams.Altitude.IsEmpty => ToArray(ComputeGrade),
        _ => null,
    };

    private JsonArray ToArray(Func<int, JsonNode?> value) => new([.. _points.Select(value)]);

    private JsonArray? ToDecimals(ImmutableArray<float> values)
    {
        if (values.IsEmpty)
        {
            return null;
        }

        return ToArray(HoldLastValue(values, value => WireJson.WithFraction(Math.Round(value, 1))));
    }

    private JsonArray? ToWholeNumbers(ImmutableArray<float> values)
    {
        if (values.IsEmpty)
        {
            return null;
        }

        return ToArray(HoldLastValue(values, value => (int)Math.Round(value)));
    }

    private JsonArray? ListWatts()
    {
        if (_streams.Power.IsEmpty)
        {
            return null;
        }

        return ToArray(point => float.IsNaN(_streams.Power[point]) ? null : (int)Math.Round(_streams.Power[point]));
    }

    private JsonArray? ListPositions()
    {
        var first = Enumerable.Range(0, _streams.Count).FirstOrDefault(_streams.HasPosition, -1);
        if (first < 0)
        {
            return null;
        }

        var held = new int[_streams.Count];
        var last = first;
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = last = _streams.HasPosition(i) ? i : last;
        }

        return ToArray(point => ToLatLng(held[point]));
    }

    private JsonArray ToLatLng(int point) => new(
        WireJson.WithFraction(Math.Round(_streams.Latitude[point], 6)), WireJson.WithFraction(Math.Round(_streams.Longitude[point], 6)));

    private JsonArray ListMoving()
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

    private JsonNode ComputeSpeed(int point)
    {
        var time = _timeline.Seconds[point];
        var (from, to) = LimitRange(_timeline.FirstAt(time - SpeedReach), _timeline.FirstAt(time + SpeedReach), point);
        var seconds = _timeline.Seconds[to] - _timeline.Seconds[from];
        if (seconds <= 0)
        {
            return WireJson.WithFraction(0);
        }

        return WireJson.WithFraction(Math.Round((_timeline.Meters[to] - _timeline.Meters[from]) / seconds, 1));
    }

    /// <summary>Percent.</summary>
    private JsonNode ComputeGrade(int point)
    {
        var meters = _timeline.Meters[point];
        var (from, to) = LimitRange(_timeline.FirstAtDistance(meters - GradeReach), _timeline.FirstAtDistance(meters + GradeReach), point);
        var distance = _timeline.Meters[to] - _timeline.Meters[from];
        var climb = (double)_streams.Altitude[to] - _streams.Altitude[from];
        if (distance <= 0 || double.IsNaN(climb))
        {
            return WireJson.WithFraction(0);
        }

        return WireJson.WithFraction(Math.Round(Math.Clamp(100 * climb / distance, -50, 50), 1));
    }

    private (int From, int To) LimitRange(int from, int to, int point) =>
        (Math.Min(from, point), Math.Clamp(to, point, _timeline.Count - 1));
}
