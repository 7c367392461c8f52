using System.Net;
using Conformance.Support;
using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.Activities.Tests.Formats.Fit;
using StravaTools.Activities.Validation;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava.Options;

namespace Conformance.Uploads;

/// <summary>strava-uploads.md, "Uploading to Strava" and "How to Upload an Activity".</summary>
public sealed class UploadTests
{
    [Fact]
    [Clause("UP-004")]
    public async Task Activity_is_hidden_until_it_is_processed()
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterPolls(1), FirstId = 10 });
        var upload = await fake.UploadAsync(Files.Gpx(), "walk.gpx", ("data_type", "gpx"));
        await fake.PollAsync(upload);

        Assert.Equal("[]", (await fake.GetAsync("api/v3/athlete/activities")).Body);
        Assert.Equal(HttpStatusCode.NotFound, (await fake.GetAsync("api/v3/activities/11")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await fake.GetAsync("activities/11")).Status);

        await fake.PollAsync(upload);
        Assert.Equal(1, (await fake.GetAsync("api/v3/athlete/activities")).Json.GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await fake.GetAsync("api/v3/activities/11")).Status);
    }

    [Theory]
    [Clause("UP-012", "UP-013", "UP-014", "UP-223", "UP-233")]
    [InlineData("fit", "morning-ride.fit", "Ride")]
    [InlineData("fit.gz", "morning-ride.fit", "Ride")]
    [InlineData("tcx", "lunch-walk.tcx", "Walk")]
    [InlineData("tcx.gz", "lunch-walk.tcx", "Walk")]
    [InlineData("gpx", "evening-run.gpx.gz", "Run")]
    [InlineData("gpx.gz", "evening-run.gpx.gz", "Run")]
    [InlineData("json", "strength-workout.json", "Workout")]
    public async Task Every_data_type_becomes_an_activity(string dataType, string sample, string sport)
    {
        var (file, isPacked, wantsPacked) =
            (Places.Sample(sample), sample.EndsWith(".gz", StringComparison.Ordinal), dataType.EndsWith(".gz", StringComparison.Ordinal));
        await using var fake = await Fake.StartAsync();

        var activity = await fake.ActivityOfAsync(Repack(file, isPacked, wantsPacked), dataType);

        Assert.Equal(sport, activity.Text("sport_type"));
    }

    [Theory]
    [Clause("UP-015")]
    [InlineData("WeightTraining", true)]
    [InlineData("HighIntensityIntervalTraining", true)]
    [InlineData("Workout", true)]
    [InlineData("Crossfit", true)]
    [InlineData("Ride", false)]
    [InlineData("Yoga", false)]
    public async Task Json_is_accepted_only_for_strength_training(string sport, bool isTaken)
    {
        await using var fake = await Fake.StartAsync();
        var upload = await fake.UploadAsync(Files.Utf8(Files.SmallestStrength), "a.json", ("data_type", "json"), ("sport_type", sport));

        Assert.Equal(isTaken, (await fake.PollAsync(upload)).Text("status") == "Your activity is ready.");
        Assert.Equal(isTaken ? [sport] : [], fake.Server.Activities.Select(activity => activity.SportType));
    }

    [Fact]
    [Clause("UP-020")]
    public async Task Points_without_positions_are_accepted()
    {
        await using var fake = await Fake.StartAsync();

        var activity = await fake.ActivityOfAsync(Files.Gpx(), "gpx");

        Assert.False(activity.Flag("has_heartrate"));
        Assert.Empty(activity.Names.Intersect(["elev_high", "average_heartrate", "average_cadence", "average_temp", "average_watts"]));
    }

    [Fact]
    [Clause("UP-021")]
    public async Task Sets_do_not_need_times_of_points()
    {
        await using var fake = await Fake.StartAsync();

        var activity = await fake.ActivityOfAsync(Files.Utf8(Files.SmallestStrength), "json");

        Assert.Equal(("2025-01-15T08:30:00Z", 3600), (activity.Text("start_date"), activity.Number("elapsed_time")));
    }

    [Theory]
    [Clause("UP-091")]
    [InlineData("WeightTraining")]
    [InlineData("HighIntensityIntervalTraining")]
    [InlineData("Workout")]
    [InlineData("Crossfit")]
    public async Task Set_messages_are_a_workout_of_any_strength_sport(string sport)
    {
        var fit = FitBuilder.NewActivity().Message(FitBuilder.Set, new FitValue(3, FitType.UInt16, 12), new FitValue(5, FitType.UInt8, 1))
            .Message(FitBuilder.Session, FitFields.TotalElapsedTime(900))
                .Message(FitBuilder.Activity, FitFields.Timestamp(FitBuilder.Start + 900)).ToBytes();
        await using var fake = await Fake.StartAsync();

        var activity = await fake.ActivityOfAsync(fit, "fit", ("sport_type", sport));

        Assert.Equal((sport, 900), (activity.Text("sport_type"), activity.Number("elapsed_time")));
    }

    [Theory]
    [Clause("UP-209")]
    [MemberData(nameof(SportTypes))]
    public async Task Every_sport_type_is_accepted(string sport)
    {
        await using var fake = await Fake.StartAsync();

        Assert.Equal(sport, (await fake.ActivityOfAsync(Files.Gpx(), "gpx", ("sport_type", sport))).Text("sport_type"));
    }

    [Theory]
    [Clause("UP-236")]
    [MemberData(nameof(ActivityTypes))]
    public async Task Every_activity_type_is_accepted(string type)
    {
        await using var fake = await Fake.StartAsync();

        Assert.Equal(type, (await fake.ActivityOfAsync(Files.Gpx(), "gpx", ("activity_type", type))).Text("sport_type"));
    }

    [Fact]
    [Clause("UP-232")]
    public async Task Client_sends_gzipped_data_with_a_gz_data_type()
    {
        await using var fake = await Fake.StartAsync();
        var file = ActivityFile.FromBytes("run.gpx", Files.Gzip(Files.Gpx()));

        var uploaded = await fake.Client.UploadAsync(new UploadRequest { File = file }, TestContext.Current.CancellationToken);

        var upload = Assert.Single(fake.Server.Uploads);
        Assert.Equal((uploaded.Id, "gpx.gz", file.Bytes.Length), (upload.Id, upload.DataType, upload.Size));
        Assert.NotNull(upload.ActivityId);
    }

    [Theory]
    [Clause(
        "UP-153", "UP-154", "UP-155", "UP-156", "UP-157", "UP-158", "UP-159", "UP-160", "UP-161", "UP-162", "UP-163", "UP-164", "UP-165",
        "UP-166", "UP-167", "UP-168", "UP-169", "UP-170", "UP-171", "UP-172", "UP-173", "UP-174", "UP-175", "UP-176", "UP-177", "UP-178",
        "UP-179", "UP-180", "UP-181", "UP-182", "UP-183")]
    [MemberData(nameof(Exercises))]
    public async Task Every_exercise_of_a_group_is_supported_and_no_other_one(string clause)
    {
        var exercises = Enumeration.Of(clause);
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });

        var activity = await fake.ActivityOfAsync(Workout(exercises), "json");
        var other =
            await fake.PollAsync(await fake.UploadAsync(Workout([.. exercises, $"{exercises[0]}_2"]), "b.json", ("data_type", "json")));

        Assert.Equal("Workout", activity.Text("sport_type"));
        Assert.Equal("There was an error processing your activity.", other.Text("status"));
        var group = exercises.Select(name => ExerciseTypes.All.Single(exercise => exercise.Name == name).Group).Distinct().Single();
        Assert.StartsWith($"supports the {exercises.Count} exercises of {group}: ", Enumeration.StatementOf(clause),
            StringComparison.Ordinal);
        Assert.Equal(
            exercises, ExerciseTypes.All.Where(exercise => exercise.Group == group && exercise.IsDocumented)
            .Select(exercise => exercise.Name));
        Assert.Empty(ActivityValidator.Validate(
            ActivityFile.FromBytes("a.json", Workout(exercises)), TestContext.Current.CancellationToken).Findings);
    }

    [Fact]
    [Clause("UP-273")]
    public void Exercises_of_the_checker_include_those_of_the_document()
    {
        var documented = Enumeration.In("Supported Exercises").SelectMany(Enumeration.Of).ToHashSet();

        Assert.Equal(
            documented.Order(), ExerciseTypes.All.Where(exercise => exercise.IsDocumented).Select(exercise => exercise.Name).Order());
        var finding = Assert.Single(
            ActivityValidator.Validate(
                ActivityFile.FromBytes("a.json", Workout(["PLANK"])), TestContext.Current.CancellationToken).Findings);
        Assert.Equal(("JSN0109", Severity.Warning), (finding.RuleId, finding.Severity));
    }

    private static byte[] Repack(byte[] file, bool isPacked, bool wantsPacked)
    {
        if (isPacked == wantsPacked)
        {
            return file;
        }

        return isPacked ? Files.Gunzip(file) : Files.Gzip(file);
    }

    private static byte[] Workout(IEnumerable<string> exercises)
    {
        var sets = string.Join(',', exercises.Select(exercise => $$"""{"exercise_type":"{{exercise}}"}"""));
        return Files.Utf8(Files.SmallestStrength.Replace("""{"exercise_type":"PLANK_GENERIC"}""", sets, StringComparison.Ordinal));
    }

    public static TheoryData<string> SportTypes() => [.. Enumeration.Of("UP-209")];

    public static TheoryData<string> ActivityTypes() => [.. Enumeration.Of("UP-236")];

    public static TheoryData<string> Exercises() => [.. Enumeration.In("Supported Exercises")];
}
