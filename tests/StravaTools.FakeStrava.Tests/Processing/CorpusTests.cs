using StravaTools.Activities;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Processing;

/// <summary>Real files: those that the validator accepts become activities, and no others.</summary>
public class CorpusTests : FakeStravaTest
{
    private const string AcceptedByStrava = "tcx/dblock_strava-ruby-client__17611540601.tcx";

    public static TheoryData<string> Fit => Corpus.Entries("fit");

    public static TheoryData<string> Gpx => Corpus.Entries("gpx");

    public static TheoryData<string> Tcx => Corpus.Entries("tcx");

    [Theory]
    [MemberData(nameof(Fit))]
    [MemberData(nameof(Gpx))]
    [MemberData(nameof(Tcx))]
    public async Task File_becomes_an_activity_if_and_only_if_it_is_valid(string path)
    {
        var bytes = Corpus.Read(path);
        await StartAsync();
        var report = ActivityValidator.Validate(ActivityFile.FromBytes(path, bytes), TestContext.Current.CancellationToken);

        var poll = await UploadAndPollAsync(bytes, DataTypeOf(path), fileName: Path.GetFileName(path));

        Assert.Equal(report.IsValid ? IsReady : HasError, poll.Text("status"));
        Assert.All(Server.Activities, activity => Assert.InRange(activity.MovingTime, 0, activity.ElapsedTime));
    }

    [Fact]
    public async Task Upload_recorded_with_Strava_has_the_recorded_responses()
    {
        // contract/recorded_upload_answers.jsonl: create_upload.yml and create_upload_file_with_error.yml
        var bytes = Corpus.Read(AcceptedByStrava);
        await StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterPolls(1), FirstId = 8_919_698_041, IsPartner = false });
        const string Processed =
            """{"id":8919698041,"id_str":"8919698041","external_id":null,"error":null,"status":"Your activity is still being """
                + """processed.","activity_id":null}""";

        var upload = await UploadAsync(bytes, "tcx", [("name", "Uploaded Activity"), ("description", "Uploaded by strava-ruby-client.")],
            "17611540601.tcx");
        Assert.Equal(Processed, upload.Body);
        Assert.Equal(Processed, (await PollAsync(upload)).Body);
        Assert.Equal(
            """{"id":8919698041,"id_str":"8919698041","external_id":"17611540601.tcx","error":null,"status":"Your activity is """
                + """ready.","activity_id":8919698042}""",
            (await PollAsync(upload)).Body);

        var second = await UploadAsync(bytes, "tcx", fileName: "17611540601.tcx");
        await PollAsync(second);
        Assert.Equal(
            """{"id":8919698043,"id_str":"8919698043","external_id":null,"error":"17611540601.tcx duplicate of activity """
                + """8919698042","status":"There was an error processing your activity.","activity_id":null}""",
            (await PollAsync(second)).Body);
    }

    private static string DataTypeOf(string path)
    {
        var parts = path.Split('.');
        return parts[^1] == "gz" ? $"{parts[^2]}.gz" : parts[^1];
    }
}
