using System.Net;
using System.Text.Json;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Processing;

/// <summary>strava-uploads.md, "FIT": figures of the session are used if the points do not have them.</summary>
public class FitFigureTests : FakeStravaTest
{
    private static readonly DateTimeOffset Start = new(2025, 5, 1, 7, 0, 0, TimeSpan.Zero);

    private static readonly ActivityStreams Times = new() { Count = 3, Origin = Start, Time = [0, 300, 600] };

    [Fact]
    [Clause("UP-038", "UP-039", "UP-040", "UP-041", "UP-043", "UP-044")]
    public async Task Points_with_only_times_leave_the_figures_to_the_session()
    {
        var ride = await ActivityOfAsync(Fit("cycling", Times, new SessionFigures
        {
            AverageSpeed = 8.25,
            MaxSpeed = 14.5,
            AverageHeartRate = 141,
            AverageCadence = 86,
            AverageTemperature = -4,
            TotalWork = 120_000,
        }));

        Assert.Equal((8.25, 14.5), (Number(ride, "average_speed"), Number(ride, "max_speed")));
        Assert.Equal((141, 86, -4), (Number(ride, "average_heartrate"), Number(ride, "average_cadence"), Number(ride, "average_temp")));
        Assert.True(ride.GetProperty("has_heartrate").GetBoolean() && ride.GetProperty("device_watts").GetBoolean());
        Assert.Equal((120, 120, 200), (Number(ride, "kilojoules"), Number(ride, "calories"), Number(ride, "average_watts")));
    }

    [Fact]
    public async Task Points_take_precedence_over_the_figures_of_the_session()
    {
        var points = Times with
        {
            Distance = [0, 3000, 6000],
            HeartRate = [120, 120, 120],
            Cadence = [80, 80, 80],
            Power = [150, 150, 150],
            Temperature = [20, 20, 20]
        };
        var ride = await ActivityOfAsync(Fit("cycling", points, new SessionFigures
        {
            AverageSpeed = 1,
            MaxSpeed = 1,
            AverageHeartRate = 1,
            AverageCadence = 1,
            AverageTemperature = 1,
            TotalWork = 1,
        }));

        Assert.Equal((10, 10), (Number(ride, "average_speed"), Number(ride, "max_speed")));
        Assert.Equal((120, 80, 20), (Number(ride, "average_heartrate"), Number(ride, "average_cadence"), Number(ride, "average_temp")));
        Assert.Equal((150, 90), (Number(ride, "average_watts"), Number(ride, "kilojoules")));
    }

    [Fact]
    [Clause("UP-045", "UP-046", "UP-047")]
    public async Task Distance_and_cadence_are_computed_from_strides_if_not_recorded()
    {
        var run = await ActivityOfAsync(Fit("running", Times, new SessionFigures { TotalCycles = 850, AverageStepLength = 1.1 }));

        Assert.Equal((1870, 85), (Number(run, "distance"), Number(run, "average_cadence")));
        Assert.Equal(3.117, Number(run, "average_speed"));
    }

    [Fact]
    [Clause("UP-077")]
    public async Task Moving_time_is_computed_from_pool_lengths()
    {
        PoolLength[] lengths =
        [
            new(Start, TimeSpan.FromSeconds(40), true, "freestyle", 20, TimeSpan.FromSeconds(38)),
            new(Start.AddSeconds(40), TimeSpan.FromSeconds(30), false, null, null),
            new(Start.AddSeconds(70), TimeSpan.FromSeconds(42), true, "freestyle", 21),
        ];
        var swim = await ActivityOfAsync(TestFiles.Fit(new Activity
        {
            Sport = "swimming/lap_swimming",
            StartTime = Start,
            ElapsedTime = TimeSpan.FromSeconds(600),
            Distance = 50,
            Lengths = [.. lengths],
            Streams = Times,
        }));

        Assert.Equal((600, 80), (Number(swim, "elapsed_time"), Number(swim, "moving_time")));
    }

    [Fact]
    [Clause("UP-092", "UP-093")]
    public async Task Each_exercise_of_the_FIT_SDK_is_mapped_to_one_of_Stravas()
    {
        // The SDK has 52 category numbers, two of them unused; the largest category has 136 subtypes.
        var numbers = from category in Enumerable.Range(0, 54)
            .Except([48, 51])
                      from subtype in Enumerable.Range(0, 137)
                      select $"{category}/{subtype}";
        await ActivityOfAsync(TestFiles.Fit(new Activity
        {
            Sport = "training/strength_training",
            StartTime = Start,
            ElapsedTime = TimeSpan.FromHours(3),
            Sets = [.. numbers.Select(exercise => new WorkoutSet(exercise, 8, 60, null, Start))],
        }));

        var sets = Server.Activities[0].Recording!.Sets;
        Assert.Equal(52 * 137, sets.Length);
        Assert.All(sets, set => Assert.True(ExerciseTypes.Contains(set.StravaExercise!), set.ExerciseType));
        string StravaOf(string exercise) => sets.First(set => set.ExerciseType == exercise).StravaExercise!;
        // The same name: barbell_back_squat, burpee, rowing_machine. No similar name: bench press on a Swiss ball, a yoga pose.
        Assert.Equal(("BARBELL_BACK_SQUAT", "BURPEE", "ROWING_MACHINE"), (StravaOf("28/6"), StravaOf("29/0"), StravaOf("42/0")));
        Assert.Equal(("BENCH_PRESS_GENERIC", "STRETCH"), (StravaOf("0/0"), StravaOf("36/1")));
    }

    [Fact]
    public async Task Workout_with_points_without_times_is_returned_like_others()
    {
        var workout = await ActivityOfAsync(TestFiles.Fit(new Activity
        {
            Sport = "training/strength_training",
            StartTime = Start,
            ElapsedTime = TimeSpan.FromSeconds(600),
            Sets = [new WorkoutSet("28/6", 8, 60, null, Start)],
            Streams = new ActivityStreams { Count = 3, HeartRate = [100, 110, 120] },
        }));

        var id = workout.GetProperty("id").GetInt64();
        Assert.Equal((600, 110), (Number(workout, "elapsed_time"), Number(workout, "average_heartrate")));
        foreach (var part in new[] { "streams", "streams?keys=heartrate&resolution=low", "laps", "zones" })
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync($"api/v3/activities/{id}/{part}")).Status);
        }
    }

    [Theory]
    [InlineData("resolution=tiny", "resolution")]
    [InlineData("resolution=low&series_type=mood", "series_type")]
    [InlineData("keys=mood", "type")]
    public async Task Invalid_parameter_of_streams_is_named(string query, string field)
    {
        var ride = await ActivityOfAsync(Fit("cycling", Times, SessionFigures.None));

        var reply = await GetAsync($"api/v3/activities/{ride.GetProperty("id").GetInt64()}/streams?{query}");

        AssertFault(reply, HttpStatusCode.BadRequest, "Bad Request", "Stream", field, "invalid");
    }

    private async Task<JsonElement> ActivityOfAsync(byte[] fit)
    {
        await StartAsync();
        return await ActivityOfAsync(fit, "fit");
    }

    private static byte[] Fit(string sport, ActivityStreams points, SessionFigures figures) => TestFiles.Fit(new Activity
    {
        Sport = sport,
        StartTime = Start,
        ElapsedTime = TimeSpan.FromSeconds(600),
        TimerTime = TimeSpan.FromSeconds(600),
        Streams = points,
        Figures = figures,
    });

    private static double Number(JsonElement json, string name) => json.GetProperty(name).GetDouble();
}
