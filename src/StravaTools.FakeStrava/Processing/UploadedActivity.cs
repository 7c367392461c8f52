using System.Collections.Immutable;
using StravaTools.Activities;
using StravaTools.Activities.Analysis;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Makes the activity of what was read from a file (strava-activities.md, "Detailed representation attributes").</summary>
internal static class UploadedActivity
{
    /// <summary>Metres that the summary polyline may be off.</summary>
    private const double SummaryTolerance = 20;

    public static DetailedActivity From(Activity file, UploadParameters parameters, FakeAthlete athlete)
    {
        var sport = parameters.SportType ?? file.SportType?.Name ?? "Workout";
        var activity = new DetailedActivity
        {
            Athlete = new MetaAthlete(athlete.Id),
            Description = parameters.Description,
            SportType = sport,
            Type = ActivityTypes.Of(sport),
            Commute = parameters.Commute,
            DeviceName = file.Creator,
            CustomFields = file.CustomFields,
        }.At(StartOf(file)!.Value, athlete).WithRoute(file.Streams, parameters).WithMotion(file).WithBody(file).WithPower(file, sport);
        return activity with { Name = parameters.Name ?? ActivityClock.NameFor(activity.StartDateLocal, sport) };
    }

    public static DateTimeOffset? StartOf(Activity file) => file.StartTime ?? file.Streams.Origin;

    private static DetailedActivity WithRoute(this DetailedActivity activity, ActivityStreams streams, UploadParameters parameters)
    {
        var positions = Polyline.PositionsOf(streams);
        return activity with
        {
            // "activities without lat/lng info in the file are auto marked as stationary, set to 1 to force" (strava-uploads.md, trainer)
            Trainer = parameters.Trainer || positions.Count == 0,
            StartLatlng = positions.Count == 0 ? [] : LatLng(positions[0]),
            EndLatlng = positions.Count == 0 ? [] : LatLng(positions[^1]),
            Map = new PolylineMap(
                "", Polyline.Encode(positions), Polyline.Encode(PolylineSimplification.Simplify(positions, SummaryTolerance))),
        };
    }

    private static DetailedActivity WithMotion(this DetailedActivity activity, Activity file)
    {
        var streams = file.Streams;
        var elapsed = ElapsedOf(file);
        var moving = MovingOf(file, elapsed);
        // Some programs write laps of no metres around points that went far.
        var distance = file.Distance is > 0 ? file.Distance.Value : DistanceAnalysis.Total(streams) ?? 0;
        return activity with
        {
            Distance = Rounded(distance, 1) ?? 0,
            ElapsedTime = Seconds(elapsed),
            MovingTime = Seconds(moving),
            AverageSpeed = moving > TimeSpan.Zero ? Rounded(distance / moving.TotalSeconds, 3) ?? 0 : 0,
            MaxSpeed = Rounded(SpeedAnalysis.Max(streams), 3) ?? 0,
            TotalElevationGain = Rounded(GainOf(file), 1) ?? 0,
            ElevHigh = Rounded(MovingAverage.Max(streams.Altitude), 1),
            ElevLow = Rounded(MovingAverage.Min(streams.Altitude), 1),
        };
    }

    private static DetailedActivity WithBody(this DetailedActivity activity, Activity file)
    {
        var streams = file.Streams;
        var intervals = MovingTime.Intervals(streams);
        var strap = file.HeartRateSamples.Select(sample => (float)sample.HeartRate).ToImmutableArray();
        // A strap with a time line of its own stands in where the points have no heart rate.
        var average = MovingAverage.Of(streams.HeartRate, intervals) ?? MovingAverage.Of(strap, new double[strap.Length]);
        var max = MovingAverage.Max(streams.HeartRate) ?? MovingAverage.Max(strap);
        return activity with
        {
            HasHeartrate = average is not null,
            AverageHeartrate = Rounded(average, 1),
            MaxHeartrate = (int?)Rounded(max, 0),
            AverageCadence = Rounded(MovingAverage.Of(streams.Cadence, intervals), 1),
            AverageTemp = Rounded(MovingAverage.Of(streams.Temperature, intervals), 1),
            Calories = Rounded(file.Calories, 1) ?? 0,
        };
    }

    private static DetailedActivity WithPower(this DetailedActivity activity, Activity file, string sport)
    {
        var average = MovingAverage.Of(file.Streams.Power, MovingTime.Intervals(file.Streams));
        if (!ActivityTypes.IsRide(sport) || average is null)
        {
            return activity;
        }

        var kilojoules = Rounded(average * activity.MovingTime / 1000, 1);
        return activity with
        {
            AverageWatts = Rounded(average, 1),
            MaxWatts = (int?)Rounded(MovingAverage.Max(file.Streams.Power), 0),
            DeviceWatts = true,
            Kilojoules = kilojoules,
            // "uses kilojoules for rides" (strava-activities.md, calories)
            Calories = file.Calories is null ? kilojoules ?? 0 : activity.Calories,
        };
    }

    private static TimeSpan ElapsedOf(Activity file) => file.ElapsedTime ?? file.Streams.LastTime - StartOf(file) ?? TimeSpan.Zero;

    /// <summary>By the points where they went anywhere, else (indoors) by the device's own timer.</summary>
    private static TimeSpan MovingOf(Activity file, TimeSpan elapsed)
    {
        var moving = DistanceAnalysis.Total(file.Streams) > 0 ? MovingTime.Total(file.Streams) : file.TimerTime ?? elapsed;
        return moving is { } time && time < elapsed ? time : elapsed;
    }

    /// <summary>"with barometer" at the end of the creator tells of one (strava-uploads.md, "Device and Elevation Data").</summary>
    private static double GainOf(Activity file)
    {
        var barometer = file.Creator?.EndsWith("with barometer", StringComparison.OrdinalIgnoreCase) == true;
        var threshold = barometer ? ElevationGain.BarometerThreshold : ElevationGain.ReceiverThreshold;
        return file.TotalAscent ?? ElevationGain.Total(file.Streams, threshold) ?? 0;
    }

    private static ImmutableArray<double> LatLng(Position position) => [Math.Round(position.Latitude, 6), Math.Round(position.Longitude, 6)];

    private static int Seconds(TimeSpan time) => (int)Math.Clamp(Math.Round(time.TotalSeconds), 0, int.MaxValue);

    /// <summary>Values that no number in JSON can tell (a file may hold infinity) are no values.</summary>
    private static double? Rounded(double? value, int digits) => value is { } known && double.IsFinite(known) ? Math.Round(known, digits) : null;
}
