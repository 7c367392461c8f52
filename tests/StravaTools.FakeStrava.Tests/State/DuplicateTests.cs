using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.State;

/// <summary>field-notes.md, 3.1: a duplicate is a response of 200 with an error text, in one of two forms.</summary>
public class DuplicateTests : FakeStravaTest
{
    [Fact]
    [Clause("UP-271")]
    public async Task Plain_text_names_file_and_activity()
    {
        await StartAsync();
        await UploadAsync(TestFiles.Gpx(), "gpx");

        var poll = await UploadAndPollAsync(TestFiles.Gpx(), "gpx", fileName: "Test_Walk.gpx");

        Assert.Equal((HttpStatusCode.OK, HasError), (poll.Status, poll.Text("status")));
        Assert.Equal($"Test_Walk.gpx duplicate of activity {Assert.Single(Server.Activities).Id}", poll.Text("error"));
        Assert.True(poll.IsNull("activity_id") && poll.IsNull("external_id"));
    }

    [Fact]
    public async Task Html_text_links_to_the_activity_by_its_escaped_name()
    {
        await StartAsync(new FakeStravaOptions { DuplicateText = DuplicateText.Html });
        await UploadAsync(TestFiles.Gpx(), "gpx", [("name", "Up & <down> activity 99")]);

        var poll = await UploadAndPollAsync(TestFiles.Gpx(), "gpx", [("external_id", "x")]);

        Assert.Equal(
            $"x.gpx duplicate of <a href='/activities/{Server.Activities[0].Id}' target='_blank'>Up &amp; &lt;down&gt; activity 99</a>",
            poll.Text("error"));
    }

    [Fact]
    [Clause("UP-257")]
    public async Task Documented_profile_escapes_the_link_of_the_html_text()
    {
        await StartAsync(new FakeStravaOptions { DuplicateText = DuplicateText.Html, Profile = FakeProfile.Documented });
        await UploadAsync(TestFiles.Gpx(), "gpx", [("name", "Up & down")]);

        var error = (await UploadAndPollAsync(TestFiles.Gpx(), "gpx", fileName: "x.gpx")).Text("error");

        Assert.Equal(
            $"x.gpx duplicate of &lt;a href=&#39;/activities/{Server.Activities[0].Id}&#39; target=&#39;_blank&#39;&gt;Up &amp;amp; down"
                + "&lt;/a&gt;", error);
    }

    [Fact]
    [Clause("UP-011")]
    public async Task Same_content_is_a_duplicate_with_and_without_gzip()
    {
        await StartAsync();
        await UploadAsync(TestFiles.Gpx(), "gpx");

        Assert.Contains("duplicate of", (await UploadAndPollAsync(TestFiles.Gzip(TestFiles.Gpx()), "gpx.gz")).Text("error"),
            StringComparison.Ordinal);
    }

    [Fact]
    [Clause("UP-206")]
    public async Task Same_start_and_elapsed_time_are_a_duplicate_regardless_of_sport()
    {
        await StartAsync();
        await UploadAsync(TestFiles.Gpx(), "gpx");

        Assert.Contains("duplicate of", (await UploadAndPollAsync(TestFiles.Gpx(type: "cycling"), "gpx")).Text("error"),
            StringComparison.Ordinal);
        Assert.Equal(IsReady, (await UploadAndPollAsync(TestFiles.Gpx(points: 30), "gpx")).Text("status"));
    }

    [Fact]
    public async Task Another_athlete_can_upload_the_same_file()
    {
        await StartAsync(TwoAthletes);
        await UploadAsync(TestFiles.Gpx(), "gpx");

        await UploadAsync(TestFiles.Gpx(), "gpx", token: "other-token");

        Assert.Equal([227_615, 2], Server.Activities.Select(activity => activity.Athlete.Id));
    }

    [Fact]
    public async Task First_upload_to_be_ready_becomes_the_activity()
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented, Processing = ProcessingPolicy.AfterPolls(0) });
        var first = await UploadAsync(TestFiles.Gpx(), "gpx");
        var second = await UploadAsync(TestFiles.Gpx(), "gpx");

        Assert.Equal(IsReady, (await PollAsync(second)).Text("status"));
        Assert.Equal(HasError, (await PollAsync(first)).Text("status"));
    }

    [Fact]
    public async Task File_that_is_processing_in_another_upload_is_a_duplicate_of_the_upload()
    {
        await StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterPolls(0) });
        var first = await UploadAsync(TestFiles.Gpx(), "gpx");
        var second = await UploadAsync(TestFiles.Gpx(), "gpx");

        Assert.Equal($"walk.gpx duplicate of an uploading activity ({first.Number("id")})", (await PollAsync(second)).Text("error"));
        Assert.Equal(IsReady, (await PollAsync(first)).Text("status"));
    }

    [Fact]
    public async Task Two_hundred_clients_with_one_file_create_one_activity()
    {
        await StartAsync(new FakeStravaOptions { RateLimits = FakeRateLimits.Unlimited });
        var bytes = TestFiles.Gpx();

        var polls = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => UploadAndPollAsync(bytes, "gpx")));

        Assert.Single(Server.Activities);
        Assert.Single(polls, poll => poll.Text("status") == IsReady);
        Assert.Equal(200, polls.Select(poll => poll.Number("id")).Distinct().Count());
    }

    [Fact]
    public async Task Two_hundred_clients_with_different_files_create_an_activity_each()
    {
        await StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterPolls(0), RateLimits = FakeRateLimits.Unlimited });

        var polls = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => UploadAndPollAsync(TestFiles.Gpx(points: 10 + i), "gpx")));

        Assert.All(polls, poll => Assert.Equal(IsReady, poll.Text("status")));
        Assert.Equal(200, polls.Select(poll => poll.Number("activity_id")).Distinct().Count());
    }
}
