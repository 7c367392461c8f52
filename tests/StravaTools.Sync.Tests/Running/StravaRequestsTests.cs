using StravaTools.Activities;
using StravaTools.Client;
using StravaTools.FakeStrava;
using StravaTools.Http.Transport;
using StravaTools.Sync.Core;
using StravaTools.Sync.Model;
using StravaTools.Sync.Running;
using StravaTools.Sync.Tests.Support;

namespace StravaTools.Sync.Tests.Running;

/// <summary>
/// A permit lives for a moment. Whatever delays a request after it was permitted, the file is not sent late: another worker could have sent
/// it in the meantime.
/// </summary>
public class StravaRequestsTests
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TooLate = TimeSpan.FromSeconds(62);

    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_is_not_sent_if_its_permit_expires_while_the_token_is_renewed()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var tokens = new SlowTokens(fake.AccessToken, () => _clock.Advance(TooLate));
        using var http = ApiHttp.CreateClient();

        AssertExpired(await SendAsync(fake, http, tokens));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task File_is_not_sent_if_its_permit_expires_while_the_server_is_unreachable()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        using var handler = new CountingHandler();
        handler.Before = (number, _) => number == 1
            ? throw new HttpRequestException(HttpRequestError.ConnectionError, "unreachable") : Task.CompletedTask;
        using var http = new HttpClient(handler);

        AssertExpired(await SendAsync(fake, http, new SlowTokens(fake.AccessToken, () => { })));
        Assert.Equal(2, handler.Count);
        Assert.Empty(fake.Uploads);
    }

    [Fact]
    public async Task Slow_connection_does_not_expire_a_permit()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        using var http = ApiHttp.CreateClient();

        Assert.IsType<SyncAnswer.Accepted>(await SendAsync(fake, http, new SlowTokens(fake.AccessToken, () => _clock.Advance(Life * 10))));
        Assert.Single(fake.Uploads);
    }

    private static void AssertExpired(SyncAnswer answer) =>
        Assert.Equal(RequestFailure.Expired, Assert.IsType<SyncAnswer.Failed>(answer).Failure);

    private async Task<SyncAnswer> SendAsync(FakeStravaServer fake, HttpClient http, IAccessTokenSource tokens)
    {
        var file = ActivityFile.FromBytes("ride.gpx", System.Text.Encoding.UTF8.GetBytes(SyncSetup.Ride(1)));
        var client = new StravaClient(http, tokens, new StravaClientOptions { BaseUri = fake.BaseUri, TimeProvider = _clock });
        var post = new SyncRequest.Post(ContentKey.FromSha256(file.Sha256), "ride.gpx");
        var requests = new StravaRequests(client, (_, _) => Task.FromResult(file));
        var sending = requests.SendAsync(post, new SendPermit(_clock, Life), Cancellation);
        while (!sending.IsCompleted)
        {
            Cancellation.ThrowIfCancellationRequested();
            if (_clock.WaitingTimers > 0)
            {
                _clock.Advance(TooLate);
            }

            await Task.Yield();
        }

        return await sending;
    }

    private sealed class SlowTokens(string token, Action renew) : IAccessTokenSource
    {
        public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken)
        {
            renew();
            return ValueTask.FromResult(token);
        }
    }
}
