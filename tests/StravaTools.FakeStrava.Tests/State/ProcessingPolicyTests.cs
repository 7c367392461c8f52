using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.State;

/// <summary>strava-uploads.md, "Check Upload Status": when the status changes.</summary>
public class ProcessingPolicyTests : FakeStravaTest
{
    [Fact]
    [Clause("UP-007", "UP-251")]
    public async Task Immediate_processing_is_done_before_the_first_poll()
    {
        await StartAsync(new FakeStravaOptions { TimeProvider = new ManualTimeProvider() });

        var upload = await UploadAsync(TestFiles.Gpx(), "gpx");

        var activity = Assert.Single(Server.Activities);
        var poll = await PollAsync(upload);
        Assert.Equal((IsReady, activity.Id), (poll.Text("status"), poll.Number("activity_id")));
    }

    [Fact]
    [Clause("UP-003", "UP-259", "PA-016")]
    public async Task After_polls_that_many_polls_report_processing()
    {
        await StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterPolls(2) });
        var upload = await UploadAsync(TestFiles.Gpx(), "gpx");

        Assert.Equal(StillProcessing, (await PollAsync(upload)).Text("status"));
        var second = await PollAsync(upload);
        Assert.Equal(StillProcessing, second.Text("status"));
        Assert.True(second.IsNull("external_id"));
        Assert.DoesNotContain("photo_metadata", second.Keys);
        Assert.Empty(Server.Activities);
        Assert.Equal(IsReady, (await PollAsync(upload)).Text("status"));
        Assert.Equal(3, Server.Uploads[0].Polls);
    }

    [Fact]
    [Clause("UP-005", "PA-012", "PA-013")]
    public async Task After_a_time_the_activity_exists_with_and_without_polls()
    {
        var clock = new ManualTimeProvider();
        await StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterTime(TimeSpan.FromSeconds(8)), TimeProvider = clock });
        var upload = await UploadAsync(TestFiles.Gpx(), "gpx");

        clock.Advance(TimeSpan.FromSeconds(7.9));
        Assert.Equal(StillProcessing, (await PollAsync(upload)).Text("status"));
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Single(Server.Activities);
        Assert.Equal(IsReady, (await PollAsync(upload)).Text("status"));
    }

    [Fact]
    [Clause("UP-204")]
    public async Task Errors_take_as_long_as_activities()
    {
        await StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterPolls(1) });
        var upload = await UploadAsync([1], "fit");

        var first = await PollAsync(upload);

        Assert.Equal(StillProcessing, first.Text("status"));
        Assert.True(first.IsNull("error"));
        Assert.Equal(HasError, (await PollAsync(upload)).Text("status"));
    }

    [Fact]
    public void Policy_is_parsed_from_text()
    {
        Assert.Equal(ProcessingPolicy.Immediate, Parse("immediate"));
        Assert.Equal(ProcessingPolicy.AfterPolls(2), Parse("polls:2"));
        Assert.Equal(ProcessingPolicy.AfterTime(TimeSpan.FromSeconds(8)), Parse("seconds:8"));
        Assert.Equal(ProcessingPolicy.AfterTime(TimeSpan.FromSeconds(0.5)), Parse("seconds:0.5"));
        Assert.NotEqual(ProcessingPolicy.AfterPolls(0), ProcessingPolicy.Immediate);
    }

    [Theory]
    [InlineData("")]
    [InlineData("polls")]
    [InlineData("polls:-1")]
    [InlineData("seconds:x")]
    [InlineData("seconds:1e300")]
    public void Invalid_text_is_not_a_policy(string text) => Assert.False(ProcessingPolicy.TryParse(text, out _));

    private static ProcessingPolicy? Parse(string text) => ProcessingPolicy.TryParse(text, out var policy) ? policy : null;
}
