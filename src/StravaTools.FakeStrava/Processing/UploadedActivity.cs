using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Makes the activity of what was read from a file (strava-activities.md, "Detailed representation attributes").</summary>
internal static class UploadedActivity
{
    /// <summary>Metres that the summary polyline may be off.</summary>
    private const double SummaryTolerance = 20;

    public static DetailedActivity FromRecording(Activity recorded, UploadParameters parameters, FakeAthlete athlete, FakeStravaOptions options)
    {
        var file = recorded.WithElevation(options.ElevationAt);
        var sport = parameters.SportType ?? file.SportType?.Name ?? "Workout";
        var activity = new DetailedActivity
        {
            Athlete = new MetaAthlete(athlete.Id),
            Description = parameters.Description,
            Commute = parameters.Commute,
            Private = athlete.ActivitiesArePrivate,
            DeviceName = KnownDevices.NameOf(file.Creator),
            CustomFields = file.CustomFields,
            Recording = file,
        }.StartAt(StartOf(file)!.Value, athlete).WithRoute(file.Streams, parameters).WithMotion(file).WithBody(file, athlete).WithLaps(file).WithSport(sport, athlete);
        return activity with { Name = parameters.Name ?? ActivityClock.NameFor(activity.StartDateLocal, sport, PlaceOf(activity, options.Places)) };
    }

    /// <summary>What depends on the sport: again when it is changed.</summary>
    public static DetailedActivity WithSport(this DetailedActivity activity, string sport, FakeAthlete athlete)
    {
        var gear = athlete.Gear.FirstOrDefault(gear => gear.Primary && gear.Id.StartsWith(ActivityTypes.IsRide(sport) ? 'b' : 'g'));
        var typed = activity with
        {
            SportType = sport,
            Type = ActivityTypes.TypeOf(sport),
            WorkoutType = ActivityTypes.IsRide(sport) ? 10 : ActivityTypes.IsRun(sport) ? 0 : null,
            DeviceWatts = ActivityTypes.IsRide(sport) ? false : null,
        };
        typed = typed.WithGear(ActivityTypes.IsRide(sport) || ActivityTypes.IsOnFoot(sport) ? gear : null);
        if (activity.Recording is { } file)
        {
            return typed.WithPower(file, sport, athlete).WithEnergy(file, sport, athlete).WithRun(file, sport, athlete);
        }

        return typed;
    }

    public static DetailedActivity WithGear(this DetailedActivity activity, FakeGear? gear) => activity with
    {
        GearId = gear?.Id,
        Gear = gear is null ? null : new GearSummary(gear.Id, gear.Primary, gear.Name, gear.Distance),
    };

    private static string? PlaceOf(DetailedActivity activity, IReadOnlyList<FakePlace> places)
    {
        if (activity.StartLatlng is [var latitude, var longitude])
        {
            return places.FirstOrDefault(place => place.Contains(latitude, longitude))?.Name;
        }

        return null;
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
        var distance = file.Distance is > 0 and var told ? told : DistanceAnalysis.TotalDistance(streams) is > 0 and var gone ? gone : Stepped(file) ?? 0;
        return activity with
        {
            Distance = Rounded(distance, 1) ?? 0,
            ElapsedTime = Seconds(elapsed),
            MovingTime = Seconds(moving),
            AverageSpeed = Rounded(distance > 0 && moving > TimeSpan.Zero ? distance / moving.TotalSeconds : file.Figures.AverageSpeed, 3) ?? 0,
            MaxSpeed = Rounded(SpeedAnalysis.MaxSpeed(streams) ?? file.Figures.MaxSpeed, 3) ?? 0,
            TotalElevationGain = Rounded(GainOf(file), 1) ?? 0,
            ElevHigh = Rounded(MovingAverage.Maximum(streams.Altitude), 1),
            ElevLow = Rounded(MovingAverage.Minimum(streams.Altitude), 1),
        };
    }

    private static DetailedActivity WithBody(this DetailedActivity activity, Activity file, FakeAthlete athlete)
    {
        var streams = file.Streams;
        var intervals = MovingTime.Intervals(streams);
        var strap = file.HeartRateSamples.Select(sample => (float)sample.HeartRate).ToImmutableArray();
        // A strap with a time line of its own stands in where the points have no heart rate.
        var average = MovingAverage.WeightedByTime(streams.HeartRate, intervals) ?? MovingAverage.WeightedByTime(strap, new double[strap.Length]) ?? file.Figures.AverageHeartRate;
        var max = MovingAverage.Maximum(streams.HeartRate) ?? MovingAverage.Maximum(strap);
        var hasScore = athlete.IsPremium && !streams.HeartRate.IsEmpty;
        return activity with
        {
            HasHeartrate = average is not null,
            AverageHeartrate = Rounded(average, 1),
            MaxHeartrate = (int?)Rounded(max, 0),
            AverageCadence = Rounded(MovingAverage.WeightedByTime(streams.Cadence, intervals) ?? file.Figures.AverageCadence ?? CyclesPerMinute(activity, file), 1),
            AverageTemp = Rounded(MovingAverage.WeightedByTime(streams.Temperature, intervals) ?? file.Figures.AverageTemperature, 1),
            SufferScore = hasScore ? (int)Math.Round(ZoneAnalysis.SufferScore(ActivityZones.HeartRateSeconds(file, athlete))) : null,
        };
    }

    private static DetailedActivity WithPower(this DetailedActivity activity, Activity file, string sport, FakeAthlete athlete)
    {
        var recorded = file.Streams.Power;
        var isRide = ActivityTypes.IsRide(sport);
        // A meter whose watts are not in the points has summed up its work.
        var work = isRide && recorded.IsEmpty && file.Figures.TotalWork is > 0 and var joules ? joules : (double?)null;
        // Indoors there is no power to guess: rollers and trainers have no hills and no wind.
        var power = !isRide || work is not null ? [] : !recorded.IsEmpty ? recorded
            : activity.StartLatlng.IsEmpty || sport.StartsWith('E') ? [] : PowerEstimate.EstimatePower(file.Streams, athlete.Weight);
        var average = MovingAverage.WeightedByTime(power, MovingTime.Intervals(file.Streams)) ?? (activity.MovingTime > 0 ? work / activity.MovingTime : null);
        var isMeasured = average is not null && !recorded.IsEmpty;
        return activity with
        {
            AverageWatts = Rounded(average, 1),
            MaxWatts = isMeasured ? (int?)Rounded(MovingAverage.Maximum(power), 0) : null,
            WeightedAverageWatts = isMeasured ? (int?)Rounded(WeightedPower.ComputeWeightedPower(file.Streams) ?? average, 0) : null,
            DeviceWatts = isRide ? isMeasured || work is not null : null,
            Kilojoules = Rounded((work ?? (average * activity.MovingTime)) / 1000, 1),
        };
    }

    /// <summary>"Uses kilojoules for rides and speed/pace for runs" (strava-activities.md, calories), unless the device knows better.</summary>
    private static DetailedActivity WithEnergy(this DetailedActivity activity, Activity file, string sport, FakeAthlete athlete)
    {
        var moving = TimeSpan.FromSeconds(activity.MovingTime);
        var estimate = ActivityTypes.IsRun(sport) ? EnergyEstimate.EstimateRun(activity.Distance, moving, athlete.Weight)
            : ActivityTypes.IsOnFoot(sport) ? EnergyEstimate.EstimateWalk(activity.Distance, moving, athlete.Weight)
            : activity.Kilojoules;
        return activity with { Calories = Rounded(file.Calories ?? estimate, 1) ?? 0 };
    }

    private static TimeSpan ElapsedOf(Activity file) => file.ElapsedTime ?? file.Streams.LastTime - StartOf(file) ?? TimeSpan.Zero;

    /// <summary>By the steps, where nothing else tells how far it was: a stride is two.</summary>
    private static double? Stepped(Activity file) => 2 * file.Figures.TotalCycles * file.Figures.AverageStepLength;

    private static double? CyclesPerMinute(DetailedActivity activity, Activity file)
    {
        if (activity.MovingTime > 0)
        {
            return file.Figures.TotalCycles * 60 / activity.MovingTime;
        }

        return null;
    }

    /// <summary>By the points where they went anywhere, else (indoors) by the device's own timer, else by that of each length that was swum.</summary>
    private static TimeSpan MovingOf(Activity file, TimeSpan elapsed)
    {
        var moving = DistanceAnalysis.TotalDistance(file.Streams) > 0 ? MovingTime.TotalTime(file.Streams) : file.TimerTime ?? SwimOf(file.Lengths) ?? elapsed;
        if (moving is { } time && time < elapsed)
        {
            return time;
        }

        return elapsed;
    }

    private static TimeSpan? SwimOf(ImmutableArray<PoolLength> lengths)
    {
        if (lengths.IsEmpty)
        {
            return null;
        }

        return TimeSpan.FromSeconds(lengths.Where(length => length.IsActive).Sum(length => (length.TimerTime ?? length.ElapsedTime)?.TotalSeconds ?? 0));
    }

    /// <summary>Noise is removed more strictly from altitudes of a satellite receiver (strava-uploads.md, "Device and Elevation Data").</summary>
    internal static double GainThreshold(Activity file)
    {
        if (KnownDevices.HasBarometer(file.Creator))
        {
            return ElevationGain.BarometerThreshold;
        }

        return ElevationGain.ReceiverThreshold;
    }

    /// <summary>"Read directly from FIT file headers if the device includes a barometric altimeter. Otherwise ... computed from the elevation data."</summary>
    private static double GainOf(Activity file)
    {
        var computed = ElevationGain.TotalGain(file.Streams, GainThreshold(file));
        return (KnownDevices.HasBarometer(file.Creator) ? file.TotalAscent ?? computed : computed ?? file.TotalAscent) ?? 0;
    }

    private static ImmutableArray<double> LatLng(Position position) => [Math.Round(position.Latitude, 6), Math.Round(position.Longitude, 6)];

    internal static int Seconds(TimeSpan time) => (int)Math.Clamp(Math.Round(time.TotalSeconds), 0, int.MaxValue);

    /// <summary>Values that no number in JSON can tell (a file may hold infinity) are no values.</summary>
    internal static double? Rounded(double? value, int digits)
    {
        if (value is { } known && double.IsFinite(known))
        {
            return Math.Round(known, digits);
        }

        return null;
    }
}
