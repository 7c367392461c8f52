using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>Activities that no device would record: streams with gaps, texts with arbitrary characters, times that decrease.</summary>
internal static class Generated
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 6, 30, 0, TimeSpan.Zero);

    /// <summary>Any activity that the format can represent.</summary>
    public static Arbitrary<Activity> Activities(ActivityFileFormat format) => format switch
    {
        ActivityFileFormat.StrengthJson => Arb.From(Of(Streams(0), Workout)),
        ActivityFileFormat.Gpx =>
            Arb.From(Of(Streams(1).Where(streams => Enumerable.Range(0, streams.Count).Any(streams.HasPosition)), Track)),
        ActivityFileFormat.Tcx => Arb.From(Of(Streams(0), Training)),
        _ => Arb.From(Of(Streams(0), Recording)),
    };

    private static Gen<Activity> Of(Gen<ActivityStreams> streams, Func<Activity, Gen<Activity>> fill) =>
        from points in streams
        from start in Gen.Choose(-1000, 100_000)
        from quarters in Gen.Choose(-48, 56)
        from creator in Maybe(Words)
        from activity in fill(new Activity
        {
            Streams = points,
            Creator = creator,
            StartTime = Start.AddMilliseconds(start).ToOffset(TimeSpan.FromMinutes(15 * quarters)),
        })
        select activity;

    private static Gen<Activity> Track(Activity activity) =>
        from name in Maybe(Text)
        from sport in Sports
        select With(activity, sport, name);

    private static Gen<Activity> Training(Activity activity) =>
        from sport in Sports
        from laps in Several(Lap(activity.StartTime!.Value), 4)
        from name in Maybe(Text)
        from custom in Several(Custom, 3)
        select With(activity, sport, name, laps: laps, custom: custom, elapsed: TimeSpan.FromSeconds(60));

    private static Gen<Activity> Workout(Activity activity) =>
        from first in Exercise(activity.StartTime!.Value)
        from sets in Several(Exercise(activity.StartTime!.Value), 10)
        from elapsed in Span
        from timer in Maybe(Span)
        from calories in Maybe(Real(0, 5000))
        select With(activity, null, null, sets: [first with { IsRest = false, ExerciseType = "PLANK_HOLD" }, .. sets], elapsed: elapsed,
            timer: timer, calories: calories);

    private static Gen<Activity> Recording(Activity activity) =>
        from sport in Sports
        from laps in Several(Lap(activity.StartTime!.Value), 4)
        from sets in Several(Exercise(activity.StartTime!.Value), 4)
        from samples in Several(Sample(activity.StartTime!.Value), 30)
        from lengths in Several(Length(activity.StartTime!.Value), 3)
        from events in Several(Event(activity.StartTime!.Value), 3)
        from custom in Several(Custom, 3)
        from elapsed in Span
        from calories in Maybe(Real(0, 5000))
        from figures in Figures
        from created in Maybe(Gen.Choose(0, 5000))
        let made = With(activity, sport, null, laps, custom, sets, samples, elapsed, elapsed / 2, calories, lengths, events)
        select made with { Figures = figures, TimeCreated = created is { } seconds ? Start.AddSeconds(seconds) : null };

    private static Gen<SessionFigures> Figures =>
        from descent in Maybe(Real(0, 5000))
        from speed in Maybe(Real(0, 100))
        from maxSpeed in Maybe(Real(0, 100))
        from heartRate in Maybe(Real(0, 250))
        from cadence in Maybe(Real(0, 250))
        from temperature in Maybe(Real(-100, 100))
        from work in Maybe(Real(0, 10_000_000))
        from cycles in Maybe(Real(0, 1_000_000))
        from step in Maybe(Real(0, 3))
        from laps in Maybe(Gen.Choose(0, 100))
        select new SessionFigures
        {
            TotalDescent = descent,
            AverageSpeed = speed,
            MaxSpeed = maxSpeed,
            AverageHeartRate = heartRate,
            AverageCadence = cadence,
            AverageTemperature = temperature,
            TotalWork = work,
            TotalCycles = cycles,
            AverageStepLength = step,
            LapCount = laps,
        };

    private static Activity With(
        Activity activity,
        SportType? sport,
        string? name,
        ImmutableArray<Lap> laps = default,
        ImmutableArray<(string Name, string Value)> custom = default,
        ImmutableArray<WorkoutSet> sets = default,
        ImmutableArray<HeartRateSample> samples = default,
        TimeSpan? elapsed = null,
        TimeSpan? timer = null,
        double? calories = null,
        ImmutableArray<PoolLength> lengths = default,
        ImmutableArray<TimerEvent> events = default)
    {
        return new()
        {
            Streams = activity.Streams,
            Creator = activity.Creator,
            StartTime = activity.StartTime,
            SportType = sport,
            Name = name,
            ElapsedTime = elapsed,
            TimerTime = timer,
            Calories = calories,
            Laps = OrNone(laps),
            Sets = OrNone(sets),
            HeartRateSamples = OrNone(samples),
            Lengths = OrNone(lengths),
            TimerEvents = OrNone(events),
            CustomFields =
                OrNone(custom).GroupBy(field => field.Name).ToImmutableDictionary(field => field.Key, field => field.First().Value),
        };
    }

    private static ImmutableArray<T> OrNone<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;

    /// <summary>Sports that FIT returns unchanged.</summary>
    private static Gen<SportType?> Sports => Gen.Elements("Ride", "Run", "Swim", "Walk", "Yoga", "TrailRun", "GravelRide", "VirtualRow")
        .Select(name => (SportType?)SportType.Parse(name));

    private static Gen<string> Text => ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get);

    /// <summary>Names of files: a TCX creator is trimmed, and no name is empty.</summary>
    private static Gen<string> Words =>
        Gen.Elements("a", "Edge 540 & more", "garmin 2697", "ü<山>\"'", "wahoo_fitness", "line\nbreak", "🚲", "255 1", "0");

    private static Gen<TimeSpan> Span => Gen.Choose(0, 500_000_000).Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds));

    private static Gen<(string, string)> Custom =>
        from name in Gen.Elements("rpe", "dfb", "Mood", "x1", "Lappen")
        from value in Gen.OneOf(
            Gen.Choose(-1000, 1000).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            Real(-10, 10).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            Gen.Choose(0, 9).Select(number => $"{number} kcal"),
            Gen.Elements("good", "1e5", "-0", "NaN", "5 ", "007", "a b", "ü"))
        select (name, value);

    private static Gen<Lap> Lap(DateTimeOffset start) =>
        from begin in Gen.Choose(0, 5000)
        from elapsed in Maybe(Span)
        from timer in Maybe(Span)
        from distance in Maybe(Real(0, 100_000))
        from ascent in Maybe(Real(0, 5000))
        from calories in Maybe(Real(0, 5000))
        select new Lap(start.AddSeconds(begin), elapsed, timer, distance, ascent, calories);

    private static Gen<WorkoutSet> Exercise(DateTimeOffset start) =>
        from exercise in Maybe(Gen.Elements("PLANK_HOLD", "28/6", "0", "31/2", "BURPEE", "999"))
        from repetitions in Maybe(Gen.Choose(0, 200))
        from weight in Maybe(Real(0, 500))
        from duration in Maybe(Span)
        from begin in Maybe(Gen.Choose(0, 5000))
        from rest in Gen.Elements(true, false)
        select new WorkoutSet(exercise, repetitions, weight, duration, begin is { } seconds ? start.AddSeconds(seconds) : null, rest);

    private static Gen<HeartRateSample> Sample(DateTimeOffset start) =>
        from at in Gen.Choose(0, 100_000_000)
        from beats in Gen.Choose(0, 254)
        select new HeartRateSample(start.AddMilliseconds(at), beats);

    private static Gen<PoolLength> Length(DateTimeOffset start) =>
        from begin in Maybe(Gen.Choose(0, 5000))
        from elapsed in Maybe(Span)
        from active in Gen.Elements(true, false)
        from stroke in Maybe(Gen.Elements("freestyle", "drill", "99"))
        from strokes in Maybe(Gen.Choose(0, 300))
        from timer in Maybe(Span)
        from eventType in Gen.Elements("stop", "marker", "77")
        select new PoolLength(begin is { } seconds ? start.AddSeconds(seconds) : null, elapsed, active, stroke, strokes, timer, eventType);

    private static Gen<TimerEvent> Event(DateTimeOffset start) =>
        from at in Gen.Choose(0, 5000)
        from started in Gen.Elements(true, false)
        from trigger in Maybe(Gen.Elements("manual", "auto", "7"))
        select new TimerEvent(start.AddSeconds(at), started, trigger);

    private static Gen<ActivityStreams> Streams(int fewest) =>
        from count in Gen.Choose(fewest, 30)
        from time in Gen.Frequency((4, Times(count)), (1, Column(count, Real(-100, 100_000))))
        from latitude in Column(count, Gen.OneOf(Real(-90, 90), Gen.Elements(0.0, -90, 90)))
        from longitude in Column(count, Gen.OneOf(Real(-180, 180), Gen.Elements(0.0, -180, 180)))
        from distance in Column(count, Real(0, 1_000_000))
        from altitude in Singles(count, -1000, 9000)
        from speed in Singles(count, 0, 100)
        from heartRate in Singles(count, -10, 300)
        from cadence in Singles(count, -10, 300)
        from power in Singles(count, -10, 70_000)
        from temperature in Singles(count, -200, 200)
        select new ActivityStreams
        {
            Count = count,
            Origin = time.IsEmpty ? null : Start,
            Time = time,
            Latitude = latitude,
            Longitude = longitude,
            Distance = distance,
            Altitude = altitude,
            Speed = speed,
            HeartRate = heartRate,
            Cadence = cadence,
            Power = power,
            Temperature = temperature,
        };

    /// <summary>Each point has one, as Strava requires.</summary>
    private static Gen<ImmutableArray<double>> Times(int count) =>
        Real(-100, 100_000).ArrayOf(count).Select(values => values.ToImmutableArray());

    private static Gen<ImmutableArray<float>> Singles(int count, double smallest, double largest) =>
        Column(count, Real(smallest, largest))
            .Select(values => values.IsEmpty ? [] : values.Select(value => (float)value).ToImmutableArray());

    /// <summary>Missing, or with gaps.</summary>
    private static Gen<ImmutableArray<double>> Column(int count, Gen<double> value) => Gen.OneOf(
        Gen.Constant(ImmutableArray<double>.Empty),
        Gen.Frequency((8, value), (1, Gen.Constant(double.NaN))).ArrayOf(count).Select(values => values.ToImmutableArray()));

    /// <summary>With as many digits as a double has.</summary>
    private static Gen<double> Real(double smallest, double largest) =>
        from part in Gen.Choose(0, int.MaxValue)
        from digits in Gen.Elements(0, 1, 3, 15)
        select Math.Round(smallest + ((largest - smallest) * part / int.MaxValue), digits);

    private static Gen<ImmutableArray<T>> Several<T>(Gen<T> item, int most) =>
        Gen.Choose(0, most).SelectMany(count => item.ArrayOf(count)).Select(items => items.ToImmutableArray());

    private static Gen<T?> Maybe<T>(Gen<T> value)
        where T : struct => Gen.OneOf(value.Select(some => (T?)some), Gen.Constant((T?)null));

    private static Gen<string?> Maybe(Gen<string> value) => Gen.OneOf(value.Select(some => (string?)some), Gen.Constant((string?)null));
}
