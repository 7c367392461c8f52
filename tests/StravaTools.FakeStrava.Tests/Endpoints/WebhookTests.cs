using System.Net;
using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Admin;
using StravaTools.FakeStrava.Tests.Documents;
using StravaTools.FakeStrava.Tests.Support;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>Subscriptions and events; the callback is a stub of another fake.</summary>
public class WebhookTests : AdminTest
{
    private const string Subscriptions = "api/v3/push_subscriptions";
    private const string Secret = "client_id=1&client_secret=fake-client-secret";

    [Fact]
    public async Task Subscription_is_confirmed_listed_and_removed()
    {
        await StartAsync();
        await using var callback = await StartCallbackAsync();

        var created = await SubscribeAsync(callback);
        var again = await SubscribeAsync(callback);
        var list = await SendAsync(Get, $"{Subscriptions}?{Secret}", token: "");
        var removed = await SendAsync(Delete, $"{Subscriptions}/{created.Number("id")}?{Secret}", token: "");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Empty(ShapeTests.Compare("created-subscription", created));
        Assert.Empty(ShapeTests.Compare("subscriptions", list));
        AssertFault(again, HttpStatusCode.BadRequest, "Bad Request", "PushSubscription", "", "already exists");
        Assert.EndsWith(
            "/hook", Assert.Single(list.Json.EnumerateArray()).GetProperty("callback_url").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, removed.Status);
        Assert.Equal("[]", (await SendAsync(Get, $"{Subscriptions}?{Secret}", token: "")).Body);
        Assert.Contains("hub.mode=subscribe", callback.Requests[0].Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/hook", "not verifiable")]
    [InlineData("http://192.168.1.1/hook", "not verifiable")]
    [InlineData("http://localhost.example.com/hook", "not verifiable")]
    [InlineData("{callback}api/v3/athlete", "GET to callback URL does not return 200")]
    [InlineData("{callback}settings/api", "not verifiable")]
    public async Task Callback_that_does_not_confirm_or_is_elsewhere_is_refused(string url, string code)
    {
        await StartAsync();
        var address = url.Replace("{callback}", Server.BaseUri.AbsoluteUri, StringComparison.Ordinal);

        var reply = await PostAsync(Subscriptions, ("client_id", "1"), ("client_secret", "fake-client-secret"), ("callback_url", address));

        AssertFault(reply, HttpStatusCode.BadRequest, "Bad Request", "PushSubscription", "callback url", code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(Subscriptions, ("client_id", "1"))).Status);
    }

    [Fact]
    public async Task Activity_is_announced_when_it_is_created_changed_and_deleted()
    {
        await StartAsync();
        await using var callback = await StartCallbackAsync();
        var subscription = (await SubscribeAsync(callback)).Number("id");
        Server.Clock.Freeze(DateTimeOffset.UnixEpoch.AddSeconds(1_787_205_955));

        var id = (await ActivityOfAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx")).GetProperty("id").GetInt64();
        await SendAsync(Put, $"api/v3/activities/{id}?name=New&description=Silent");
        await SendAsync(Put, $"api/v3/activities/{id}?description=Other");
        Server.DeleteActivity(id);

        var events = await ReceivedAsync(callback);
        Assert.Equal(["create", "update", "delete"], events.Select(received => received.GetProperty("aspect_type").GetString()));
        var (kind, owner) = ($"\"object_type\":\"activity\",\"object_id\":{id},\"aspect_type\":\"update\"", "\"owner_id\":227615");
        Assert.Equal(
            $$"""{{{kind}},"updates":{"title":"New"},{{owner}},"subscription_id":{{subscription}},"event_time":1787205955}""",
            events[1].GetRawText());
    }

    [Fact]
    public async Task Deauthorization_is_announced()
    {
        await StartAsync();
        await using var callback = await StartCallbackAsync();
        await SubscribeAsync(callback);

        await SendAsync(Post, "oauth/deauthorize");

        var received = Assert.Single(await ReceivedAsync(callback));
        Assert.Equal("athlete", received.GetProperty("object_type").GetString());
        Assert.Equal("false", received.GetProperty("updates").GetProperty("authorized").GetString());
    }

    [Fact]
    public async Task Private_activity_is_announced_to_applications_that_can_see_it()
    {
        await StartAsync(new FakeStravaOptions
        {
            Athletes = [new FakeAthlete { Scopes = "read,activity:read,activity:write", ActivitiesArePrivate = true }],
        });
        await using var callback = await StartCallbackAsync();
        await SubscribeAsync(callback);

        await UploadAndPollAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");

        Assert.Empty(await ReceivedAsync(callback));
    }

    [Fact]
    public async Task Event_is_sent_three_times_until_it_is_accepted()
    {
        await StartAsync();
        await using var callback = await StartCallbackAsync(HttpStatusCode.InternalServerError);
        await SubscribeAsync(callback);

        var sent = await AdminAsync(Post, "webhooks/deliveries",
            """{"object_type":"athlete","aspect_type":"update","updates":{"authorized":"false"}}""");
        var again = await AdminAsync(Post, "webhooks/deliveries/1/redeliver");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (sent.Status, again.Status));
        var delivery = Assert.Single(sent.Json.GetProperty("deliveries").EnumerateArray());
        Assert.Equal([500, 500, 500],
            delivery.GetProperty("attempts").EnumerateArray().Select(attempt => attempt.GetProperty("status").GetInt32()));
        Assert.Equal([false, false], Server.WebhookDeliveries.Select(other => other.Delivered));
        Assert.Equal(6, (await ReceivedAsync(callback)).Count);
    }

    private static async Task<FakeStravaServer> StartCallbackAsync(HttpStatusCode status = HttpStatusCode.OK)
    {
        var callback = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        callback.Given(Request.Create().WithPath("/hook").UsingGet()).RespondWith(Response.Create().WithBodyAsJson(
            request => new Dictionary<string, string> { ["hub.challenge"] = request.GetParameter("hub.challenge")!.Single() }));
        callback.Given(Request.Create().WithPath("/hook").UsingPost()).RespondWith(Response.Create().WithStatusCode(status));
        return callback;
    }

    private Task<Reply> SubscribeAsync(FakeStravaServer callback) => PostAsync(Subscriptions, ("client_id", "1"),
        ("client_secret", "fake-client-secret"), ("callback_url", $"{callback.BaseUri}hook"), ("verify_token", "mine"));

    private async Task<List<JsonElement>> ReceivedAsync(FakeStravaServer callback)
    {
        await AdminAsync(Get, "webhooks/deliveries?wait=true");
        return [.. callback.Requests.Where(request => request.Method == "POST").Select(request => JsonElement.Parse(request.Body.Span))];
    }
}
