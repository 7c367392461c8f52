using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Http;

/// <summary>With any fault of a server, a request ends within its timeout, with one short error and little memory.</summary>
[Collection(nameof(UndisturbedTests))]
public sealed class ServerFaultTests
{
    private const long MaxGrowth = 100 << 20;

    /// <summary>Three attempts to reach a server, on a busy machine.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_fault_is_one_error_in_time(bool upload)
    {
        Assert.True(ServerFaults.All.Count >= 60);

        await Task.WhenAll(ServerFaults.All.Keys.Except(ServerFaults.Large).Select(fault => AssertErrorAsync(fault, upload)));
    }

    [Fact]
    public async Task Large_responses_use_little_memory()
    {
        await AssertErrorAsync("silence", upload: true);
        var start = UsedMemory();
        foreach (var fault in ServerFaults.Large)
        {
            await AssertErrorAsync(fault, upload: false);
            await AssertErrorAsync(fault, upload: true);
            Assert.InRange(UsedMemory() - start, long.MinValue, MaxGrowth);
        }
    }

    [Theory]
    [InlineData("silence", "no byte was sent or received for 0.2 seconds")]
    [InlineData("silence in the body", "no byte was sent or received for 0.2 seconds")]
    [InlineData("dripping body", "the exchange did not end within 0.7 seconds")]
    [InlineData("dripping headers", "no byte was sent or received for 0.2 seconds")]
    public async Task Error_names_the_timeout(string fault, string says)
    {
        var error = await AssertErrorAsync(fault, upload: false);

        Assert.Equal(ApiErrors.ConnectionLost.Id, error.Code);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_response_that_never_pauses_is_read()
    {
        await using var server = new RawServer(async request =>
        {
            await request.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n");
            foreach (var character in "{\"id\":1}")
            {
                await request.WriteAsync(character.ToString());
            }
        });

        Assert.Equal(1, (await ClientFor(server).GetUploadStatusAsync(1, Cancellation)).Id);
    }

    private static async Task<ApiException> AssertErrorAsync(string fault, bool upload)
    {
        await using var server = new RawServer(ServerFaults.All[fault]);
        var clock = new ManualTimeProvider();
        var client = ClientFor(server, clock);
        var started = TimeProvider.System.GetTimestamp();
        var error = await Assert.ThrowsAsync<StravaException>(Request);

        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, MaxTime);
        Assert.InRange(error.Message.Length, 20, 900);
        Assert.DoesNotContain(error.ToString(), character => character is < ' ' and not ('\r' or '\n') or '\u007f' or '\u202e');
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain('\r', error.Message);
        return error;

        Task Request() => clock.RunAsync(upload
            ? client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation)
            : client.GetUploadStatusAsync(1, Cancellation));
    }

    private static StravaClient ClientFor(RawServer server, TimeProvider? clock = null) => new(
        ApiHttp.CreateClient(TimeSpan.FromMilliseconds(700)), new StaticAccessToken(Token), new StravaClientOptions
        {
            BaseUri = server.Uri,
            TimeProvider = clock ?? TimeProvider.System,
            IdleTimeout = TimeSpan.FromMilliseconds(200),
        });

    /// <summary>The memory of the process, including that of the last response: garbage is not collected first.</summary>
    private static long UsedMemory() => Environment.WorkingSet;
}
