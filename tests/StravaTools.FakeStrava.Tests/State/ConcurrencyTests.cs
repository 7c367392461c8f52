using System.Globalization;
using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.State;

/// <summary>Many clients at the same time: nothing is lost or created twice.</summary>
public class ConcurrencyTests : FakeStravaTest
{
    private const int Clients = 200;

    [Fact]
    public async Task Two_hundred_simultaneous_uploads_become_an_activity_each()
    {
        await StartAsync(new FakeStravaOptions { RateLimits = FakeRateLimits.Unlimited });

        var ids = await Task.WhenAll(Enumerable.Range(0, Clients).Select(UploadAsync));

        Assert.Equal(Clients, ids.Distinct().Count());
        Assert.Equal(ids.Order(), Server.Activities.Select(activity => activity.Id).Order());
        Assert.All(Server.Requests,
            request => Assert.True(request.StatusCode is 200 or 201, $"{request.Method} {request.Path} was {request.StatusCode}."));
    }

    [Fact]
    public async Task One_of_two_hundred_uploads_of_the_same_file_succeeds()
    {
        await StartAsync(new FakeStravaOptions { RateLimits = FakeRateLimits.Unlimited });

        var polls = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => UploadAndPollAsync(TestFiles.Gpx(), "gpx")));

        Assert.Single(polls, poll => poll.Text("status") == IsReady);
        Assert.Equal(Clients - 1, polls.Count(poll => poll.Text("error")?.Contains("duplicate of", StringComparison.Ordinal) == true));
        Assert.Single(Server.Activities);
    }

    /// <summary>The activity of a client, each with a different start minute.</summary>
    private async Task<long> UploadAsync(int client)
    {
        var start = new DateTimeOffset(2025, 5, 1, 7, 0, 0, TimeSpan.Zero).AddMinutes(10 * client);
        var poll = await UploadAndPollAsync(TestFiles.Gpx(start.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)), "gpx");
        Assert.Equal((HttpStatusCode.OK, IsReady), (poll.Status, poll.Text("status")));
        return poll.Number("activity_id");
    }
}
