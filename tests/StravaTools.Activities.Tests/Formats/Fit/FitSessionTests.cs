using StravaTools.Activities.Model;
using static StravaTools.Activities.Tests.Formats.Fit.FitFields;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>Each session becomes an activity, with its laps, sets, and points.</summary>
public sealed class FitSessionTests
{
    private const uint Start = FitBuilder.Start;

    [Fact]
    [Clause("UP-027", "UP-028", "UP-029", "UP-030", "UP-031", "UP-032", "UP-034", "UP-035", "UP-037")]
    public void Session_summarizes_the_activity()
    {
        var activity = FitBuilder.NewActivity().RecordAt(0).RecordAt(60)
            .SessionAt(
                5,
                SessionSport(2),
                SessionSubSport(8),
                TotalElapsedTime(3600.5),
                new(8, FitType.UInt32, 3500_250),
                new(9, FitType.UInt32, 25_123_45),
                new(11, FitType.UInt16, 812),
                new(22, FitType.UInt16, 640),
                new(44, FitType.UInt16, 2500))
            .ReadOne();
        Assert.Equal("cycling/mountain", activity.Sport);
        Assert.Equal("MountainBikeRide", activity.SportType?.Name);
        Assert.Equal(FitBuilder.StartTime.AddSeconds(5), activity.StartTime);
        Assert.Equal(TimeSpan.FromSeconds(3600.5), activity.ElapsedTime);
        Assert.Equal(TimeSpan.FromSeconds(3500.25), activity.TimerTime);
        Assert.Equal(25_123.45, activity.Distance);
        Assert.Equal(812, activity.Calories);
        Assert.Equal(640, activity.TotalAscent);
        Assert.Equal(25, activity.PoolLength);
    }

    [Fact]
    [Clause("UP-033", "UP-038", "UP-039", "UP-040", "UP-041", "UP-042", "UP-043", "UP-044", "UP-045", "UP-046", "UP-047")]
    public void Session_contains_figures_in_addition_to_the_points()
    {
        var figures = FitBuilder.NewActivity().RecordAt(0)
            .SessionAt(
                0,
                new(10, FitType.UInt32, 1234),
                new(14, FitType.UInt16, 3_210),
                new(15, FitType.UInt16, 5_500),
                new(16, FitType.UInt8, 141),
                new(18, FitType.UInt8, 86),
                new(23, FitType.UInt16, 612),
                new(26, FitType.UInt16, 7),
                new(48, FitType.UInt32, 543_210),
                new(57, FitType.SInt8, -4),
                new(134, FitType.UInt16, 1150_5))
            .ReadOne().Figures;
        var expected = new SessionFigures
        {
            TotalCycles = 1234,
            AverageSpeed = 3.21,
            MaxSpeed = 5.5,
            AverageHeartRate = 141,
            AverageCadence = 86,
            TotalDescent = 612,
            LapCount = 7,
            TotalWork = 543_210,
            AverageTemperature = -4,
            AverageStepLength = 1.1505,
        };
        Assert.Equal(expected, figures);
    }

    [Fact]
    public void Enhanced_speeds_of_a_session_take_precedence()
    {
        var figures = FitBuilder.NewActivity().RecordAt(0)
            .SessionAt(0, new(14, FitType.UInt16, 1), new(15, FitType.UInt16, 2), new(124, FitType.UInt32, 70_000),
                new(125, FitType.UInt32, 80_000))
            .ReadOne().Figures;
        Assert.Equal((70, 80), (figures.AverageSpeed, figures.MaxSpeed));
    }

    [Fact]
    [Clause("UP-026")]
    public void Creation_time_of_the_file_is_read()
    {
        Assert.Equal(FitBuilder.StartTime, FitBuilder.NewActivity().RecordAt(10).ReadOne().TimeCreated);
    }

    [Fact]
    public void Records_without_a_session_are_one_activity()
    {
        var activity = FitBuilder.NewActivity().RecordAt(10).RecordAt(70)
            .Message(FitBuilder.Sport, new FitValue(0, FitType.Enum, 1), new FitValue(1, FitType.Enum, 3)).ReadOne();
        Assert.Equal(FitBuilder.StartTime.AddSeconds(10), activity.StartTime);
        Assert.Equal(TimeSpan.FromSeconds(60), activity.ElapsedTime);
        Assert.Equal("running/trail", activity.Sport);
        Assert.Equal(2, activity.Streams.Count);
    }

    [Fact]
    public void Elapsed_time_missing_in_a_session_is_the_span_of_its_records()
    {
        Assert.Equal(TimeSpan.FromSeconds(60), FitBuilder.NewActivity().RecordAt(10).RecordAt(70).SessionAt(10).ReadOne().ElapsedTime);
    }

    [Fact]
    [Clause("UP-036")]
    public void A_session_without_a_start_began_its_elapsed_time_before_its_timestamp()
    {
        var activity = FitBuilder.NewActivity().Message(FitBuilder.Set, new FitValue(5, FitType.UInt8, 1))
            .Message(FitBuilder.Session, Timestamp(Start + 900), TotalElapsedTime(600)).ReadOne();
        Assert.Equal(FitBuilder.StartTime.AddSeconds(300), activity.StartTime);
    }

    [Fact]
    [Clause("UP-048")]
    public void A_lap_without_a_start_goes_to_the_session_of_its_timestamp()
    {
        var activities = FitBuilder.NewActivity().RecordAt(0).RecordAt(100)
            .Message(FitBuilder.Lap, new FitValue(253, FitType.UInt32, Start + 110))
            .SessionAt(0).SessionAt(100).Read();
        Assert.Equal([0, 1], activities.Select(activity => activity.Laps.Length));
    }

    [Fact]
    public void A_lap_with_only_the_time_of_its_end_is_in_the_session_that_ends_then()
    {
        var activities = FitBuilder.NewActivity().RecordAt(0).RecordAt(100)
            .Message(FitBuilder.Lap, Timestamp(FitBuilder.Start + 60)).Message(FitBuilder.Lap, Timestamp(FitBuilder.Start + 120))
            .SessionAt(0).SessionAt(60).Read();
        Assert.Equal([1, 1], activities.Select(activity => activity.Laps.Length));
    }

    /// <summary>Each part ends with the first session, or within the second that begins the next.</summary>
    [Fact]
    public void Parts_without_start_time_begin_their_duration_before_their_timestamp()
    {
        var activities = FitBuilder.NewActivity().RecordAt(0).RecordAt(100)
            .Message(FitBuilder.Lap, Timestamp(FitBuilder.Start + 60), new(7, FitType.UInt32, 60_000))
            .Message(FitBuilder.Lap, Timestamp(FitBuilder.Start + 120), new(7, FitType.UInt32, 60_400))
            .Message(FitBuilder.Length, Timestamp(FitBuilder.Start + 60), new(3, FitType.UInt32, 30_000))
            .Message(FitBuilder.Length, Timestamp(FitBuilder.Start + 120), new(3, FitType.UInt32, 30_000))
            .Message(FitBuilder.Set, new(254, FitType.UInt32, FitBuilder.Start + 60), new(0, FitType.UInt32, 20_000))
            .Message(FitBuilder.Set, new(254, FitType.UInt32, FitBuilder.Start + 90), new(0, FitType.UInt32, 20_000))
            .SessionAt(0, Timestamp(FitBuilder.Start + 60), TotalElapsedTime(60))
            .SessionAt(60, Timestamp(FitBuilder.Start + 120), TotalElapsedTime(60))
            .Read();
        Assert.Equal([FitBuilder.StartTime, FitBuilder.StartTime.AddSeconds(59.6)],
            activities.Select(activity => Assert.Single(activity.Laps).StartTime));
        Assert.Equal([30.0, 90.0], activities.Select(activity => SecondOf(Assert.Single(activity.Lengths).StartTime)));
        Assert.Equal([40.0, 70.0], activities.Select(activity => SecondOf(Assert.Single(activity.Sets).StartTime)));

        static double SecondOf(DateTimeOffset? time) => (time!.Value - FitBuilder.StartTime).TotalSeconds;
    }

    [Fact]
    public void Records_of_a_clock_that_was_set_back_have_no_elapsed_time()
    {
        Assert.Null(FitBuilder.NewActivity().RecordAt(70).RecordAt(10).SessionAt(10).ReadOne().ElapsedTime);
    }

    [Fact]
    public void Start_missing_in_a_session_is_its_earliest_record()
    {
        Assert.Equal(
            FitBuilder.StartTime.AddSeconds(10),
            FitBuilder.NewActivity().RecordAt(70).RecordAt(10).Message(FitBuilder.Session, SessionSport(2)).ReadOne().StartTime);
    }

    [Fact]
    public void Single_session_has_all_records_even_those_before_its_start()
    {
        var activity = FitBuilder.NewActivity().RecordAt(0).Message(FitBuilder.Record).RecordAt(10).SessionAt(5).ReadOne();
        Assert.Equal(3, activity.Streams.Count);
    }

    [Fact]
    public void Records_go_to_the_last_session_that_had_begun()
    {
        var activities = FitBuilder.NewActivity()
            .RecordAt(0, HeartRate(90)).RecordAt(10, HeartRate(100)).Message(FitBuilder.Record, HeartRate(101)).RecordAt(19, HeartRate(102))
            .RecordAt(20, Power(200)).RecordAt(50, Power(201)).RecordAt(30, Power(202))
            .SessionAt(20, SessionSport(2)).SessionAt(10, SessionSport(5)).SessionAt(60, SessionSport(1))
            .Read();
        Assert.Equal("cycling swimming running", string.Join(' ', activities.Select(activity => activity.Sport)));
        Assert.Equal([200f, 201f, 202f], activities[0].Streams.Power);
        Assert.Empty(activities[0].Streams.HeartRate);
        Assert.Equal(FitBuilder.StartTime.AddSeconds(20), activities[0].Streams.Origin);
        Assert.Equal([90f, 100f, 101f, 102f], activities[1].Streams.HeartRate);
        Assert.Equal([0, 10, double.NaN, 19], activities[1].Streams.Time);
        Assert.Equal(0, activities[2].Streams.Count);
    }

    [Fact]
    public void Other_parts_go_to_their_session()
    {
        var builder = FitBuilder.NewActivity();
        foreach (var second in new uint[] { 0, 100, 101 })
        {
            var start = Start + second;
            builder
                .Message(FitBuilder.Lap, new FitValue(2, FitType.UInt32, start))
                .Message(FitBuilder.Length, new FitValue(2, FitType.UInt32, start))
                .Message(FitBuilder.Set, new FitValue(6, FitType.UInt32, start))
                .Message(FitBuilder.Split, new FitValue(9, FitType.UInt32, start))
                .Message(FitBuilder.Event, Timestamp(start), new(0, FitType.Enum, 0), new(1, FitType.Enum, 0))
                .Message(FitBuilder.Hr, Timestamp(start), new(9, FitType.UInt32, 0), new(6, FitType.UInt8, 100));
        }

        var activities = builder.SessionAt(0).SessionAt(100).Read();
        Assert.Equal([1, 2], activities.Select(activity => activity.Laps.Length));
        Assert.Equal([1, 2], activities.Select(activity => activity.Lengths.Length));
        Assert.Equal([1, 2], activities.Select(activity => activity.Sets.Length));
        Assert.Equal([1, 2], activities.Select(activity => activity.Splits.Length));
        Assert.Equal([1, 2], activities.Select(activity => activity.TimerEvents.Length));
        Assert.Equal([1, 2], activities.Select(activity => activity.HeartRateSamples.Length));
    }

    [Fact]
    [Clause("UP-049", "UP-050", "UP-051", "UP-052", "UP-053")]
    public void Lap_summarizes_its_part()
    {
        var lap = Assert.Single(FitBuilder.NewActivity().RecordAt(0)
            .Message(
                FitBuilder.Lap,
                new(2, FitType.UInt32, Start + 3),
                new(7, FitType.UInt32, 600_500),
                new(8, FitType.UInt32, 590_000),
                new(9, FitType.UInt32, 5_000_12),
                new(11, FitType.UInt16, 130),
                new(21, FitType.UInt16, 45))
            .ReadOne().Laps);
        Assert.Equal(new Lap(FitBuilder.StartTime.AddSeconds(3), TimeSpan.FromSeconds(600.5), TimeSpan.FromSeconds(590), 5000.12, 45, 130),
            lap);
    }

    [Fact]
    [Clause("UP-072", "UP-073", "UP-074", "UP-075", "UP-076", "UP-077", "UP-078")]
    public void A_length_is_active_or_idle_and_names_its_stroke()
    {
        var lengths = FitBuilder.NewActivity().RecordAt(0)
            .Message(
                FitBuilder.Length,
                new(1, FitType.Enum, 1),
                new(2, FitType.UInt32, Start),
                new(3, FitType.UInt32, 31_250),
                new(4, FitType.UInt32, 30_500),
                new(5, FitType.UInt16, 18),
                new(7, FitType.Enum, 2),
                new(12, FitType.Enum, 1))
            .Message(FitBuilder.Length, new FitValue(2, FitType.UInt32, Start + 32), new FitValue(12, FitType.Enum, 0))
            .ReadOne().Lengths;
        Assert.Equal(new PoolLength(FitBuilder.StartTime, TimeSpan.FromSeconds(31.25), true, "breaststroke", 18, TimeSpan.FromSeconds(30.5),
            "stop"), lengths[0]);
        Assert.Equal(new PoolLength(FitBuilder.StartTime.AddSeconds(32), null, false, null, null), lengths[1]);
    }

    [Fact]
    [Clause("UP-079", "UP-080", "UP-081")]
    public void A_split_names_its_type()
    {
        var split = Assert.Single(FitBuilder.NewActivity().RecordAt(0)
            .Message(FitBuilder.Split, new(0, FitType.Enum, 12), new(1, FitType.UInt32, 90_000), new(9, FitType.UInt32, Start))
            .ReadOne().Splits);
        Assert.Equal(new Split("run_active", FitBuilder.StartTime, TimeSpan.FromSeconds(90)), split);
    }

    [Fact]
    [Clause("UP-066", "UP-067", "UP-068")]
    public void Events_of_the_timer_are_starts_and_stops()
    {
        var builder = FitBuilder.NewActivity().RecordAt(0);
        (int Event, int Type, int Trigger)[] events = [(0, 0, 0), (0, 4, 1), (0, 3, 0), (9, 1, 0), (0, 9, 2)];
        foreach (var (kind, type, trigger) in events)
        {
            builder.Message(
                FitBuilder.Event, Timestamp(Start), new(0, FitType.Enum, kind), new(1, FitType.Enum, type),
                new(3, FitType.UInt32, trigger));
        }

        Assert.Equal(
            [
                new TimerEvent(FitBuilder.StartTime, true, "manual"),
                new TimerEvent(FitBuilder.StartTime, false, "auto"),
                new TimerEvent(FitBuilder.StartTime, false, "fitness_equipment"),
            ],
            builder.ReadOne().TimerEvents);
    }

    [Fact]
    public void Trigger_of_an_event_can_have_16_bits()
    {
        var activity = FitBuilder.NewActivity().RecordAt(0)
            .Message(FitBuilder.Event, Timestamp(Start), new(0, FitType.Enum, 0), new(1, FitType.Enum, 1), new(2, FitType.UInt16, 1))
            .ReadOne();
        Assert.Equal(new TimerEvent(FitBuilder.StartTime, false, "auto"), Assert.Single(activity.TimerEvents));
    }

    [Theory]
    [Clause("UP-090")]
    [InlineData(7200, 120)]
    [InlineData(-12_600, -210)]
    [InlineData(20_700, 345)]
    [InlineData(7229, 120)]
    [InlineData(50_400, 840)]
    [InlineData(0, 0)]
    [InlineData(7260, 0)]
    [InlineData(54_000, 0)]
    [InlineData(-1_000_000_000, 0)]
    public void Local_timestamp_determines_a_plausible_offset(int seconds, int minutes)
    {
        var start = FitBuilder.NewActivity().RecordAt(0).SessionAt(0)
            .Message(FitBuilder.Activity, Timestamp(Start + 3600), LocalTimestamp((uint)(Start + 3600 + seconds)))
            .ReadOne().StartTime;
        Assert.Equal(FitBuilder.StartTime, start);
        Assert.Equal(TimeSpan.FromMinutes(minutes), start!.Value.Offset);
    }

    [Fact]
    public void Times_without_a_local_timestamp_are_UTC()
    {
        Assert.Equal(TimeSpan.Zero, FitBuilder.NewActivity().RecordAt(0).SessionAt(0).ReadOne().StartTime!.Value.Offset);
    }

    [Theory]
    [Clause("UP-024", "UP-025", "UP-190")]
    [InlineData(1, 3121, "garmin 3121")]
    [InlineData(32, 31, "wahoo_fitness 31")]
    [InlineData(9999, 5, "9999 5")]
    [InlineData(1, null, "garmin")]
    [InlineData(null, 5, null)]
    public void The_creator_is_manufacturer_and_product(int? manufacturer, int? product, string? expected)
    {
        var activity = new FitBuilder()
            .Message(FitBuilder.FileId, new(0, FitType.Enum, 4), new(1, FitType.UInt16, manufacturer), new(2, FitType.UInt16, product))
            .RecordAt(0).ReadOne();
        Assert.Equal(expected, activity.Creator);
    }

    [Fact]
    public void Product_name_takes_precedence_as_creator()
    {
        var activity = new FitBuilder()
            .Message(FitBuilder.FileId, new(1, FitType.UInt16, 1), new(2, FitType.UInt16, 3121), new(8, FitType.String, "Edge 530"))
            .RecordAt(0).ReadOne();
        Assert.Equal("Edge 530", activity.Creator);
    }

    [Fact]
    [Clause("PA-047")]
    public void Developer_fields_of_the_session_are_custom_fields()
    {
        var activity = FitBuilder.NewActivity()
            .Message(207, new FitValue(3, FitType.UInt8, 1))
            .Message(FitBuilder.FieldDescription, Description(0, FitType.Float32, "Stress Index", "pts", developerDataIndex: 1))
            .Message(FitBuilder.FieldDescription, Description(1, FitType.String, "Terrain"))
            .Message(FitBuilder.FieldDescription, Description(2, FitType.UInt16, "Zones", "s"))
            .Message(FitBuilder.FieldDescription, Description(3, FitType.UInt8, "Nothing"))
            .RecordAt(0)
            .SessionAt(
                0,
                Developer(0, FitType.Float32, 12.3, developerDataIndex: 1),
                Developer(1, FitType.String, "gravel"),
                Developer(2, FitType.UInt16, new[] { 10, 20 }),
                Developer(3, FitType.UInt8, null),
                Developer(4, FitType.UInt8, 5),
                Developer(0, FitType.UInt8, 6),
                SessionSport(2))
            .ReadOne();
        Assert.Equal("cycling", activity.Sport);
        Assert.Equal(3, activity.CustomFields.Count);
        Assert.Equal("12.3 pts", activity.CustomFields["Stress Index"]);
        Assert.Equal("gravel", activity.CustomFields["Terrain"]);
        Assert.Equal("10,20 s", activity.CustomFields["Zones"]);
    }

    [Fact]
    public void Developer_field_can_be_scaled()
    {
        FitValue[] description = [.. Description(0, FitType.UInt16, "Weight", "kg"), new(6, FitType.UInt8, 10), new(7, FitType.SInt8, 5)];
        var activity = FitBuilder.NewActivity().Message(FitBuilder.FieldDescription, description)
            .RecordAt(0).SessionAt(0, Developer(0, FitType.UInt16, 755)).ReadOne();
        Assert.Equal("70.5 kg", activity.CustomFields["Weight"]);
    }

    /// <summary>
    /// "Activities that don't use real GPS should utilize the virtualride type" (strava-activities.md): positions that are made up. A ride
    /// indoors has no positions at all; it is a Ride, and Strava marks it as stationary (strava-uploads.md, trainer).
    /// </summary>
    [Theory]
    [Clause("AC-095")]
    [InlineData(58, "VirtualRide")]
    [InlineData(6, "Ride")]
    public void Ride_without_real_GPS_is_a_VirtualRide(int subSport, string sportType) => Assert.Equal(
        sportType, FitBuilder.NewActivity().RecordAt(0).SessionAt(0, SessionSport(2), SessionSubSport(subSport)).ReadOne().SportType?.Name);

    [Theory]
    [Clause("UP-098", "AC-096")]
    [InlineData(2, 7, "cycling/road", "Ride")]
    [InlineData(2, 0, "cycling", "Ride")]
    [InlineData(2, null, "cycling", "Ride")]
    [InlineData(2, 46, "cycling/gravel_cycling", "GravelRide")]
    [InlineData(2, 58, "cycling/virtual_activity", "VirtualRide")]
    [InlineData(2, 6, "cycling/indoor_cycling", "Ride")]
    [InlineData(2, 28, "cycling/e_bike_fitness", "EBikeRide")]
    [InlineData(21, 0, "e_biking", "EBikeRide")]
    [InlineData(1, 1, "running/treadmill", "Run")]
    [InlineData(1, 58, "running/virtual_activity", "VirtualRun")]
    [InlineData(5, 17, "swimming/lap_swimming", "Swim")]
    [InlineData(10, 20, "training/strength_training", "WeightTraining")]
    [InlineData(10, 26, "training/cardio_training", "Workout")]
    [InlineData(10, 43, "training/yoga", "Yoga")]
    [InlineData(10, 70, "training/hiit", "HighIntensityIntervalTraining")]
    [InlineData(4, 14, "fitness_equipment/indoor_rowing", "Rowing")]
    [InlineData(4, 15, "fitness_equipment/elliptical", "Elliptical")]
    [InlineData(11, 0, "walking", "Walk")]
    [InlineData(17, 0, "hiking", "Hike")]
    [InlineData(12, 42, "cross_country_skiing/skate_skiing", "NordicSki")]
    [InlineData(13, 37, "alpine_skiing/backcountry", "BackcountrySki")]
    [InlineData(64, 85, "racket/padel", "Padel")]
    [InlineData(64, 0, "racket", null)]
    [InlineData(82, 0, "snorkeling", null)]
    [InlineData(200, 201, "200/201", null)]
    public void The_sport_is_named_and_mapped(int sport, int? subSport, string name, string? sportType)
    {
        var activity = FitBuilder.NewActivity().RecordAt(0).SessionAt(0, SessionSport(sport), SessionSubSport(subSport)).ReadOne();
        Assert.Equal(name, activity.Sport);
        Assert.Equal(sportType, activity.SportType?.Name);
        Assert.NotEqual(false, activity.SportType?.IsKnown);
    }
}
