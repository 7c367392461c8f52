using System.Collections.Immutable;
using System.Text;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>The form of written files, and the activities that are rejected or lose data.</summary>
public sealed class WriterTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 8, 30, 0, TimeSpan.FromHours(2));

    private static Activity Ride { get; } = new()
    {
        SportType = SportType.Parse("Ride"),
        Name = "Up & down",
        Creator = "Edge",
        StartTime = Start,
        ElapsedTime = TimeSpan.FromSeconds(60),
        Distance = 500.5,
        Calories = 12,
        CustomFields = ImmutableDictionary<string, string>.Empty.Add("rpe", "8"),
        Streams = new()
        {
            Count = 1,
            Origin = Start,
            Time = [0.5],
            Latitude = [45.5],
            Longitude = [180],
            Altitude = [612.4f],
            Distance = [3.25],
            Speed = [4.5f],
            HeartRate = [121],
            Cadence = [90],
            Power = [210],
            Temperature = [17],
        },
    };

    [Fact]
    public void Gpx_keeps_the_order_of_its_schema() => Assert.Equal(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <gpx version="1.1" creator="Edge" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1" xmlns="http://www.topografix.com/GPX/1/1">
         <metadata>
          <time>2026-05-04T06:30:00Z</time>
         </metadata>
         <trk>
          <name>Up &amp; down</name>
          <type>cycling</type>
          <trkseg>
           <trkpt lat="45.5" lon="-180">
            <ele>612.4</ele>
            <time>2026-05-04T06:30:00.5Z</time>
            <extensions>
             <distance xmlns="http://www.cluetrust.com/XML/GPXDATA/1/0">3.25</distance>
             <power xmlns="urn:stravatools:gpx">210</power>
             <gpxtpx:TrackPointExtension>
              <gpxtpx:atemp>17</gpxtpx:atemp>
              <gpxtpx:hr>121</gpxtpx:hr>
              <gpxtpx:cad>90</gpxtpx:cad>
             </gpxtpx:TrackPointExtension>
            </extensions>
           </trkpt>
          </trkseg>
         </trk>
        </gpx>
        """,
        TextOf(ActivityFileFormat.Gpx, Ride));

    [Fact]
    public void Tcx_keeps_the_order_of_its_schema() => Assert.Equal(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <TrainingCenterDatabase xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2" xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
         <Activities>
          <Activity Sport="Biking">
           <Id>2026-05-04T06:30:00Z</Id>
           <Lap StartTime="2026-05-04T06:30:00Z">
            <TotalTimeSeconds>60</TotalTimeSeconds>
            <DistanceMeters>500.5</DistanceMeters>
            <Calories>12</Calories>
            <Intensity>Active</Intensity>
            <TriggerMethod>Manual</TriggerMethod>
            <Track>
             <Trackpoint>
              <Time>2026-05-04T06:30:00.5Z</Time>
              <Position>
               <LatitudeDegrees>45.5</LatitudeDegrees>
               <LongitudeDegrees>-180</LongitudeDegrees>
              </Position>
              <AltitudeMeters>612.4</AltitudeMeters>
              <DistanceMeters>3.25</DistanceMeters>
              <HeartRateBpm>
               <Value>121</Value>
              </HeartRateBpm>
              <Cadence>90</Cadence>
              <Extensions>
               <ns3:TPX>
                <ns3:Speed>4.5</ns3:Speed>
                <ns3:Watts>210</ns3:Watts>
               </ns3:TPX>
              </Extensions>
             </Trackpoint>
            </Track>
           </Lap>
           <Notes>Up &amp; down</Notes>
           <Creator xsi:type="Device_t">
            <Name>Edge</Name>
            <UnitId>0</UnitId>
            <ProductID>0</ProductID>
            <Version>
             <VersionMajor>0</VersionMajor>
             <VersionMinor>0</VersionMinor>
            </Version>
           </Creator>
           <Extensions>
            <rpe xmlns="urn:stravatools:tcx">8</rpe>
           </Extensions>
          </Activity>
         </Activities>
        </TrainingCenterDatabase>
        """,
        TextOf(ActivityFileFormat.Tcx, Ride));

    [Fact]
    public void Cadence_of_a_run_is_written_as_RunCadence()
    {
        var run = new Activity { SportType = SportType.Parse("Run"), StartTime = Start, Streams = Ride.Streams };
        Assert.Contains("<ns3:RunCadence>90</ns3:RunCadence>", TextOf(ActivityFileFormat.Tcx, run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActivityFileFormat.Fit, "fit.gz")]
    [InlineData(ActivityFileFormat.Gpx, "gpx.gz")]
    [InlineData(ActivityFileFormat.Tcx, "tcx.gz")]
    public void Written_gzip_file_is_valid(ActivityFileFormat format, string dataType)
    {
        var file = RoundTrip.Write(format, [Ride], gzip: true);
        Assert.Equal(dataType, file.DataType);
        Assert.DoesNotContain(Text.Validate(file).Findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Losses_are_reported()
    {
        var loss = ActivityWriter.LossesOf(ActivityFileFormat.Gpx, Ride);
        const string Margins = "the time before the first or after the last point";
        Assert.Equal(["speed", "1 custom field", "calories", "the UTC offset", Margins], loss);
        Assert.Equal(["temperature", "the UTC offset", Margins], ActivityWriter.LossesOf(ActivityFileFormat.Tcx, Ride));
        Assert.Equal(["the name"], ActivityWriter.LossesOf(ActivityFileFormat.Fit, Ride));
        Assert.Contains("the sport type GravelRide",
            ActivityWriter.LossesOf(ActivityFileFormat.Tcx, new Activity { SportType = SportType.Parse("GravelRide") }));
    }

    [Theory]
    [InlineData(ActivityFileFormat.Gpx, "1 of 2 heart rates", "1 of 2 cadences")]
    [InlineData(ActivityFileFormat.Tcx, "1 of 2 heart rates", "1 of 2 cadences", "1 of 2 power values")]
    [InlineData(ActivityFileFormat.Fit, "1 of 2 altitudes", "1 of 2 distances", "1 of 2 speeds", "1 of 2 heart rates", "1 of 2 cadences",
        "1 of 2 power values", "1 of 2 temperatures", "1 of 1 calories of laps", "1 of 1 averages and totals of the device")]
    public void Value_outside_the_range_of_a_format_is_a_loss(ActivityFileFormat format, params string[] expected)
    {
        var ride = Ride with
        {
            Laps = [new(Start, TimeSpan.FromSeconds(60), null, null, Calories: 70_000)],
            Figures = new() { TotalDescent = 70_000 },
            Streams = new()
            {
                Count = 2,
                Origin = Start,
                Time = [0, 1],
                Latitude = [45, 45],
                Longitude = [6, 6],
                Altitude = [600, -600],
                Distance = [-1, 5],
                Speed = [-1, 5],
                HeartRate = [300, 99],
                Cadence = [300, 99],
                Power = [70_000, 200],
                Temperature = [200, 20],
            },
        };

        Assert.Equal(expected, ActivityWriter.LossesOf(format, ride).Where(loss => loss.Contains(" of ", StringComparison.Ordinal)
            && char.IsAsciiDigit(loss[0])));
    }

    [Fact]
    public void Set_without_an_exercise_is_a_loss_of_strength_JSON()
    {
        var workout = Ride with
        {
            Streams = ActivityStreams.Empty,
            Sets = [new("PLANK_HOLD", 3, 4, null, null), new(null, 3, 4, null, null)],
        };

        Assert.Contains("1 of 2 sets", ActivityWriter.LossesOf(ActivityFileFormat.StrengthJson, workout));
    }

    [Fact]
    public void Times_of_laps_that_TCX_cannot_store_are_a_loss()
    {
        var ride = Ride with { Laps = [new(Start, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(50), null, TotalAscent: 4)] };

        var losses = ActivityWriter.LossesOf(ActivityFileFormat.Tcx, ride);

        Assert.Contains("the total ascent", losses);
        Assert.Contains("the time without pauses", losses);
    }

    [Fact]
    public void Missing_required_data_is_an_error_before_anything_is_written()
    {
        Refused(ActivityFileFormat.Gpx, "position", new Activity { StartTime = Start });
        Refused(ActivityFileFormat.Gpx, "one activity", Ride, Ride);
        Refused(ActivityFileFormat.Tcx, "start time", new Activity());
        Refused(ActivityFileFormat.Fit, "1989", new Activity { StartTime = DateTimeOffset.UnixEpoch });
        Refused(ActivityFileFormat.Fit, "no activity");
        Refused(ActivityFileFormat.StrengthJson, "elapsed_time", new Activity { StartTime = Start });
        Refused(ActivityFileFormat.StrengthJson, "at least one set", Ride);
    }

    [Fact]
    public void TCX_lap_without_distance_gets_that_of_its_points()
    {
        var run = new Activity
        {
            StartTime = Start,
            Laps = [new(Start, null, null, null), new(Start.AddSeconds(2), null, null, null)],
            Streams = new()
            {
                Count = 4,
                Origin = Start,
                Time = [0, 1, 2, 3],
                Latitude = [45, 45.001, 45.002, 45.004],
                Longitude = [6, 6, 6, 6]
            },
        };
        var laps = RoundTrip.Write(ActivityFileFormat.Tcx, [run]).ReadContent(TestContext.Current.CancellationToken).Activities[0].Laps;
        Assert.Equal([111, 334], laps.Select(lap => Math.Round(lap.Distance!.Value)));
    }

    [Theory]
    [InlineData(0.0, 602)]
    [InlineData(null, 602)]
    [InlineData(300.0, 600)]
    public void Calories_of_the_activity_are_written_to_TCX_if_no_lap_has_any(double? lap, int expected)
    {
        var ride = Ride with
        {
            Calories = 602,
            Laps = [new(Start, null, null, 1, Calories: lap), new(Start.AddSeconds(2), null, null, 1, Calories: lap)],
        };

        Assert.Equal(expected, ReadBack(ActivityFileFormat.Tcx, ride).Calories);
        Assert.DoesNotContain(
            ActivityWriter.LossesOf(ActivityFileFormat.Tcx, ride), loss => loss.Contains("calories", StringComparison.Ordinal));
    }

    [Fact]
    public void Calories_that_differ_from_the_sum_of_the_TCX_laps_are_a_loss()
    {
        var ride = Ride with { Calories = 602, Laps = [new(Start, null, null, 1, Calories: 100)] };

        Assert.Contains(
            "the calories of the activity (602; its laps add up to 100)", ActivityWriter.LossesOf(ActivityFileFormat.Tcx, ride));
    }

    [Theory]
    [InlineData("running", "Run", "Running")]
    [InlineData("walking", "Walk", "Walking")]
    [InlineData("cycling/road", "Ride", "Biking")]
    public void Sports_of_TCX_are_spelled_as_in_its_schema(string own, string sport, string expected) => Assert.Contains(
        $"Sport=\"{expected}\"",
        TextOf(ActivityFileFormat.Tcx, Ride with { Sport = own, SportType = SportType.Parse(sport) }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(21_630_510_000)]
    [InlineData(12_563_310_000)]
    [InlineData(1)]
    public void Durations_in_TCX_keep_each_tick(long ticks)
    {
        var ride = Ride with { Laps = [new(Start, TimeSpan.FromTicks(ticks), null, 1)] };

        Assert.Equal(TimeSpan.FromTicks(ticks), ReadBack(ActivityFileFormat.Tcx, ride).Laps[0].ElapsedTime);
    }

    [Theory]
    [InlineData(ActivityFileFormat.Gpx, "have no time")]
    [InlineData(ActivityFileFormat.Tcx, "no track point")]
    [InlineData(ActivityFileFormat.Fit, "have no time")]
    public void File_that_our_rules_refuse_is_not_written(ActivityFileFormat format, string why) =>
        Refused(format, why, Ride with { Streams = Ride.Streams with { Time = [] } });

    [Fact]
    public void Strength_workout_without_points_is_not_written_as_TCX() =>
        Refused(
            ActivityFileFormat.Tcx,
            "no track point",
            new Activity { StartTime = Start, ElapsedTime = TimeSpan.FromMinutes(9), Sets = [new("PLANK_HOLD", 1, null, null, null)] });

    [Theory]
    [InlineData("28/6", "BARBELL_BACK_SQUAT")]
    [InlineData("28/5", "SQUAT_GENERIC")]
    [InlineData("45", "SLED_PUSH")]
    [InlineData("6", "CRUNCH")]
    public void FIT_exercise_becomes_the_Strava_exercise_of_its_name_or_group(string fit, string strava)
    {
        var workout = new Activity { StartTime = Start, ElapsedTime = TimeSpan.FromSeconds(60), Sets = [new(fit, 8, 60, null, null)] };
        var file = RoundTrip.Write(ActivityFileFormat.StrengthJson, [workout]);
        Assert.Empty(Text.Validate(file).Findings);
        Assert.Equal(strava, file.ReadContent(TestContext.Current.CancellationToken).Activities[0].Sets[0].ExerciseType);
    }

    [Fact]
    public void Strength_workout_is_written_to_FIT_without_records_and_is_valid()
    {
        var workout = new Activity
        {
            SportType = SportType.Parse("WeightTraining"),
            StartTime = Start,
            ElapsedTime = TimeSpan.FromSeconds(600),
            Sets = [new("BARBELL_BACK_SQUAT", 8, 60, null, Start)],
        };
        var file = RoundTrip.Write(ActivityFileFormat.Fit, [workout]);
        Assert.Empty(Text.Validate(file).Findings);
        Assert.Equal("28/6", file.ReadContent(TestContext.Current.CancellationToken).Activities[0].Sets[0].ExerciseType);
    }

    [Fact]
    public void Each_Strava_exercise_is_read_back_from_FIT_as_itself_or_its_group()
    {
        // Groups that are newer than FIT's categories.
        var all = ExerciseTypes.All.Where(exercise => exercise.Group is not ("Hip Thrust" or "Lower Leg" or "Quad Extension"))
            .ToDictionary(exercise => exercise.Name, exercise => exercise.Group, StringComparer.Ordinal);
        var workout = new Activity
        {
            StartTime = Start,
            ElapsedTime = TimeSpan.FromSeconds(600),
            Sets = [.. all.Keys.Select(name => new WorkoutSet(name, 8, 60, null, Start))]
        };
        var sets = RoundTrip.Write(ActivityFileFormat.Fit, [workout]).ReadContent(TestContext.Current.CancellationToken).Activities[0].Sets;
        var back = workout.Sets.Zip(sets, (written, read) => (Written: written.ExerciseType!, Read: read.StravaExercise!)).ToList();
        Assert.All(back, pair => Assert.Equal(all[pair.Written], all[pair.Read]));
        Assert.InRange(back.Count(pair => pair.Written == pair.Read), 250, back.Count);
    }

    [Fact]
    public void Each_sport_type_is_read_back_from_each_format_that_supports_it()
    {
        foreach (var sport in SportType.All)
        {
            var activity = new Activity { SportType = sport, StartTime = Start, Streams = Ride.Streams };
            foreach (var format in new[] { ActivityFileFormat.Fit, ActivityFileFormat.Gpx, ActivityFileFormat.Tcx })
            {
                var back = RoundTrip.Write(format, [activity]).ReadContent(TestContext.Current.CancellationToken).Activities[0].SportType;
                Assert.Equal(back == sport, !ActivityWriter.LossesOf(format, activity).Contains($"the sport type {sport}"));
                Assert.True(back == sport
                    || format != ActivityFileFormat.Gpx, $"GPX has a word for every sport, and {sport} became {back}");
            }
        }
    }

    private static void Refused(ActivityFileFormat format, string why, params Activity[] activities)
    {
        using var stream = new MemoryStream();
        var e = Assert.Throws<ActivityWriteException>(
            () => ActivityWriter.Write(stream, format, activities, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains(why, e.Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    private static Activity ReadBack(ActivityFileFormat format, Activity activity) =>
        RoundTrip.Write(format, [activity]).ReadContent(TestContext.Current.CancellationToken).Activities[0];

    private static string TextOf(ActivityFileFormat format, Activity activity) =>
        Encoding.UTF8.GetString(RoundTrip.Write(format, [activity]).Content.Span).ReplaceLineEndings("\n");
}
