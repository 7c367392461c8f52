using System.Net;
using StravaTools.Activities;
using StravaTools.Client.Uploads;
using StravaTools.Decathlon;
using StravaTools.FakeStrava;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Client.Tests.Support;

/// <summary>Clients and files for tests.</summary>
internal static class Clients
{
    public const string Token = "fake-s3cret-t0ken";

    /// <summary>The longest wait that the client may need: a day, for the daily rate limit, and a margin.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(26);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static StravaClient For(FakeStravaServer fake, TimeProvider? clock = null, Action<CompletedRequest>? completed = null) =>
        Create(fake.BaseUri, fake.AccessToken, clock, completed);

    public static StravaClient For(ScriptedServer server, TimeProvider? clock = null, TimeSpan? timeout = null) =>
        Create(server.Uri, Token, clock, timeout: timeout);

    public static StravaClient Create(
        Uri server, string token = Token, TimeProvider? clock = null, Action<CompletedRequest>? completed = null,
            TimeSpan? timeout = null) =>
        new(ApiHttp.CreateClient(timeout), new StaticAccessToken(token),
            new StravaClientOptions { BaseUri = server, TimeProvider = clock ?? TimeProvider.System, RequestCompleted = completed });

    public static ActivityFile Gpx(string name = "ride.gpx", string start = "2025-01-01T10:00:00Z", int secondsApart = 30)
    {
        var first = DateTimeOffset.Parse(start, null);
        var points = Enumerable.Range(0, 20).Select(i =>
            $"<trkpt lat='{45.9 + (i * 0.001):F3}' lon='6.1'><time>{first.AddSeconds(i * secondsApart):yyyy-MM-ddTHH:mm:ssZ}</time>"
                + "</trkpt>");
        var text = "<gpx version='1.1' creator='test' xmlns='http://www.topografix.com/GPX/1/1'><trk>"
            + $"<trkseg>{string.Concat(points)}</trkseg></trk></gpx>";
        return ActivityFile.FromBytes(name, System.Text.Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Uploads a file, waits on the test's clock, and returns the activity.</summary>
    public static async Task<long> UploadedAsync(this FakeStravaServer fake, UploadRequest request, string? token = null)
    {
        var clock = new ManualTimeProvider();
        var client = Create(fake.BaseUri, token ?? fake.AccessToken, clock);
        var status = await clock.RunAsync(
            client.WaitForUploadAsync(await client.UploadAsync(request, Cancellation), cancellationToken: Cancellation));
        Assert.Equal(UploadOutcome.Ready, UploadResults.OutcomeOf(status));
        return status.ActivityId!.Value;
    }

    /// <summary>Returns the fake's response, without using the client.</summary>
    public static async Task<string> RawAsync(this FakeStravaServer fake, string path)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", fake.AccessToken);
        return await http.GetStringAsync(new Uri(fake.BaseUri, $"api/v3/{path}"), Cancellation);
    }

    /// <summary>
    /// Advances the clock while a timer waits for it, until the task ends. Fails if the task needs more than <see cref="MaxWait"/> of the
    /// clock, or if the test is canceled.
    /// </summary>
    public static async Task<T> RunAsync<T>(this ManualTimeProvider clock, Task<T> task)
    {
        var end = clock.GetUtcNow() + MaxWait;
        while (!task.IsCompleted)
        {
            Cancellation.ThrowIfCancellationRequested();
            if (clock.WaitingTimers > 0)
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                Assert.True(clock.GetUtcNow() < end,
                    $"The task did not end within {MaxWait.TotalHours} hours of the test's clock. Does it retry forever?");
            }

            await Task.Yield();
        }

        return await task;
    }

    /// <summary>Waits until a timer waits for the clock.</summary>
    public static async Task WaitingAsync(this ManualTimeProvider clock, CancellationToken cancellationToken)
    {
        while (clock.WaitingTimers == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>
    /// The errors of a service are exceptions of that service. Shared errors are not, unless a response of a service caused them.
    /// </summary>
    public static async Task<ApiException> AssertErrorAsync(ErrorDescriptor error, Func<Task> action)
    {
        if (typeof(StravaErrors).GetField(error.Id) is not null)
        {
            return await AssertErrorAsync<StravaException>(error, action);
        }

        if (typeof(DecathlonErrors).GetField(error.Id) is not null)
        {
            return await AssertErrorAsync<DecathlonException>(error, action);
        }

        return await AssertErrorAsync<ApiException>(error, action);
    }

    /// <summary>The error of a file that is empty, or a device, a pipe, or a socket. Its permissions are not the problem.</summary>
    public static ErrorDescriptor FileWithoutContent { get; } = ApiErrors.FileNotReadable with
    {
        Remedy = "Use a file with content. Copy the content of a device or a pipe to a file first.",
    };

    public static async Task<TException> AssertErrorAsync<TException>(ErrorDescriptor error, Func<Task> action)
        where TException : ApiException
    {
        var exception = await Assert.ThrowsAsync<TException>(action);
        Assert.Equal(error.Id, exception.Code);
        Assert.EndsWith(error.Remedy, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, exception.ToString(), StringComparison.Ordinal);
        return exception;
    }

    /// <summary>Returns the address of a port on this machine that no program listens on.</summary>
    public static Uri Unreachable()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
