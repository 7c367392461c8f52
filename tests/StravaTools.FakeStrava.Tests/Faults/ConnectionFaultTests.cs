using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Admin;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Faults;

/// <summary>Faults of connections, seen through a socket.</summary>
public class ConnectionFaultTests : AdminTest
{
    private const string Garbage = "~~~ not HTTP: a fault of a fake ~~~\n";
    private const string Request = "GET /api/v3/athlete HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer fake-access-token\r\n\r\n";

    [Fact]
    public async Task Cut_response_is_the_beginning_of_the_real_one()
    {
        await StartAsync();
        var real = await ExchangeAsync($"{Request.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal)}");
        await AdminAsync(Post, "faults", """{"connection":"close","afterBytes":500}""");

        var (received, isReset) = await ExchangeAsync(Request);

        Assert.False(isReset);
        Assert.Equal(500, received.Length);
        Assert.StartsWith(Mask(received), Mask(real.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_in_pieces_is_complete()
    {
        var clock = new ManualTimeProvider();
        await StartAsync(new FakeStravaOptions { TimeProvider = clock });
        await AdminAsync(Post, "faults", """{"pieceBytes":100,"pieceDelay":"PT1S"}""");
        using var connection = await RawConnection.OpenAsync(Server.BaseUri);
        await connection.SendAsync(Request);

        var first = await connection.ReceiveAsync();
        var rest = connection.ReceiveAllAsync();
        while (!rest.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromSeconds(clock.WaitingTimers));
            await Task.Yield();
        }

        var answer = $"{first}{(await rest).Received}";
        Assert.Equal(100, first.Length);
        Assert.Contains("Connection: close\r\n", answer, StringComparison.Ordinal);
        var length = int.Parse(answer.Split("Content-Length: ")[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(length, answer.Length - answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) - 4);
    }

    [Fact]
    public async Task Garbage_follows_the_beginning_of_the_response()
    {
        await StartAsync();
        await AdminAsync(Post, "faults", """{"connection":"garbage","afterBytes":17}""");
        await AdminAsync(Post, "faults", """{"connection":"garbage"}""");

        Assert.Equal(($"HTTP/1.1 200 OK\r\n{Garbage}", false), await ExchangeAsync(Request));
        Assert.Equal((Garbage, false), await ExchangeAsync(Request));
    }

    [Fact]
    public async Task Broken_chunk_has_half_of_the_body_and_garbage_for_a_size()
    {
        await StartAsync();
        await AdminAsync(Post, "faults", """{"connection":"brokenChunk","status":500,"body":"0123456789"}""");

        var (received, isReset) = await ExchangeAsync(Request);

        Assert.False(isReset);
        Assert.StartsWith("HTTP/1.1 500 Internal Server Error\r\n", received, StringComparison.Ordinal);
        Assert.Contains("Transfer-Encoding: chunked\r\n", received, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length", received, StringComparison.Ordinal);
        Assert.EndsWith($"\r\n\r\n5\r\n01234\r\n{Garbage}", received, StringComparison.Ordinal);
        Assert.Equal(AnsweredBy.Fault, Assert.Single(Server.Requests).AnsweredBy);
    }

    [Theory]
    [InlineData("reset", "", true)]
    [InlineData("close", "", false)]
    [InlineData("garbage", Garbage, false)]
    public async Task New_connection_ends_before_a_request(string end, string received, bool isReset)
    {
        await StartAsync();
        await AdminAsync(Post, "faults", $$"""{"operation":"connect","connection":"{{end}}","nth":2}""");

        // The administration keeps its connection, so the first new one is not the second.
        Assert.StartsWith("HTTP/1.1 200", (await FirstLineAsync()), StringComparison.Ordinal);
        Assert.Equal((received, isReset), await RawConnection.ReceiveFromNewAsync(Server.BaseUri));
        Assert.StartsWith("HTTP/1.1 200", (await FirstLineAsync()), StringComparison.Ordinal);
        Assert.Single(Server.Requests, request => request.Number == 1);
    }

    [Fact]
    public async Task Slow_accept_delays_the_first_request_of_a_connection()
    {
        var clock = new ManualTimeProvider();
        await StartAsync(new FakeStravaOptions { TimeProvider = clock });
        await AdminAsync(Post, "faults", """{"operation":"connect","delay":"PT7S"}""");
        using var connection = await RawConnection.OpenAsync(Server.BaseUri);
        await connection.SendAsync(Request);
        var answer = connection.ReceiveAsync();
        while (Server.Faults.Count > 0 || clock.WaitingTimers == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Empty(Server.Requests);
        clock.Advance(TimeSpan.FromSeconds(7));

        Assert.StartsWith("HTTP/1.1 200", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_are_refused_for_a_time_and_open_ones_are_reset()
    {
        var clock = new ManualTimeProvider();
        await StartAsync(new FakeStravaOptions { TimeProvider = clock });
        using var open = await RawConnection.OpenAsync(Server.BaseUri);
        await open.SendAsync(Request);
        Assert.StartsWith("HTTP/1.1 200", await open.ReceiveAsync(), StringComparison.Ordinal);

        await AdminAsync(Post, "faults", """{"operation":"connect","connection":"refused","delay":"PT30S"}""");

        var refused = await Assert.ThrowsAsync<SocketException>(() => RawConnection.OpenAsync(Server.BaseUri));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        await open.SendAsync(Request);
        Assert.Equal(("", true), await open.ReceiveAllAsync());
        Assert.Equal(FakeConnectionFault.Refused, Assert.Single(Server.Faults).Connection);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(Server.Faults);
        Assert.StartsWith("HTTP/1.1 200", await AnswerOnceOpenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_ends_when_the_faults_are_removed()
    {
        await StartAsync();
        await AdminAsync(Post, "faults", """{"operation":"connect","connection":"refused","delay":"PT3H"}""");

        // On the connection that is already open.
        Assert.Equal(HttpStatusCode.NoContent, (await AdminAsync(Delete, "faults")).Status);

        Assert.StartsWith("HTTP/1.1 200", await AnswerOnceOpenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fake_stops_while_connections_are_refused()
    {
        await StartAsync();
        Server.AddFault(new FakeFault { Operation = "connect", Connection = FakeConnectionFault.Refused, Delay = TimeSpan.FromHours(3) });

        await Server.DisposeAsync();

        await Assert.ThrowsAsync<SocketException>(() => RawConnection.OpenAsync(Server.BaseUri));
    }

    [Fact]
    public async Task Https_works_with_the_certificate_of_the_run()
    {
        await StartAsync(new FakeStravaOptions { HttpsPort = 0 });
        using var http = CreateTrustingClient();

        using var response = await http.GetAsync(new Uri(Server.HttpsUri!, "api/v3/athlete"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("https", new Uri(Assert.Single(Server.Requests).AbsoluteUrl).Scheme);
    }

    [Fact]
    public async Task Expired_certificate_is_rejected_once()
    {
        await StartAsync(new FakeStravaOptions { HttpsPort = 0 });
        await AdminAsync(Post, "faults", """{"operation":"connect","connection":"expiredCertificate"}""");
        using var http = CreateTrustingClient();
        var athlete = new Uri(Server.HttpsUri!, "api/v3/athlete");

        var failed = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(athlete, TestContext.Current.CancellationToken));
        using var next = await http.GetAsync(athlete, TestContext.Current.CancellationToken);

        Assert.IsType<AuthenticationException>(failed.InnerException);
        Assert.Equal(HttpStatusCode.Unauthorized, next.StatusCode);
    }

    [Fact]
    public async Task Garbage_instead_of_TLS_fails_the_handshake()
    {
        await StartAsync(new FakeStravaOptions { HttpsPort = 0 });
        await AdminAsync(Post, "faults", """{"operation":"connect","connection":"garbage"}""");

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var connection = await RawConnection.OpenAsync(Server.HttpsUri!);
            await connection.EncryptAsync(Server.Certificate!);
        });
    }

    [Fact]
    public async Task Cut_response_is_encrypted_on_the_https_port()
    {
        await StartAsync(new FakeStravaOptions { HttpsPort = 0 });
        await AdminAsync(Post, "faults", """{"connection":"close","afterBytes":15}""");
        using var connection = await RawConnection.OpenAsync(Server.HttpsUri!);
        await connection.EncryptAsync(Server.Certificate!);
        await connection.SendAsync(Request);

        Assert.Equal("HTTP/1.1 200 OK", (await connection.ReceiveAllAsync()).Received);
    }

    [Theory]
    [InlineData("""{"operation":"connect","status":500}""")]
    [InlineData("""{"operation":"connect","connection":"reset","times":null}""")]
    [InlineData("""{"operation":"connect","connection":"reset","afterBytes":3}""")]
    [InlineData("""{"operation":"connect","connection":"refused"}""")]
    [InlineData("""{"connection":"refused","delay":"PT1S"}""")]
    [InlineData("""{"connection":"brokenChunk","afterBytes":3}""")]
    [InlineData("""{"status":500,"pieceDelay":"PT1S"}""")]
    public async Task Impossible_fault_is_refused(string json)
    {
        await StartAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AdminAsync(Post, "faults", json)).Status);
    }

    /// <summary>Without what differs between two responses.</summary>
    private static string Mask(string response) => string.Join('\n', response.Split("\r\n")
        .Where(line => !line.StartsWith("Date: ", StringComparison.Ordinal) && line != "Connection: close"
            && !line.Contains("-Usage: ", StringComparison.Ordinal)));

    private HttpClient CreateTrustingClient() => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509Certificate2.CreateFromPem(Server.Certificate) },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    });

    private async Task<(string Received, bool IsReset)> ExchangeAsync(string request)
    {
        using var connection = await RawConnection.OpenAsync(Server.BaseUri);
        await connection.SendAsync(request);
        return await connection.ReceiveAllAsync();
    }

    private async Task<string> FirstLineAsync()
    {
        using var connection = await RawConnection.OpenAsync(Server.BaseUri);
        await connection.SendAsync(Request);
        return await connection.ReceiveAsync();
    }

    /// <summary>The port is open again soon after the refusal.</summary>
    private async Task<string> AnswerOnceOpenAsync()
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await FirstLineAsync();
            }
            catch (SocketException)
            {
                await Task.Yield();
            }
        }
    }
}
