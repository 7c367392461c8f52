using System.Globalization;
using System.Text;
using Npgsql;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Tokens;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>A fake server, a database with the same clock, and athletes with files.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private const long FirstAthlete = 1000;

    /// <summary>Also the origin of the database's clock; see <see cref="FastTimeProvider"/>.</summary>
    private const string FastClock = """
        create or replace function stravatools.sync_now() returns timestamptz language sql stable as $$
            select '{0}'::timestamptz + interval '2 days' + (now() - '{0}'::timestamptz) * 200
        $$
        """;

    private readonly CountingHandler _requests = new(ApiHttp.CreateHandler());
    private readonly HttpClient _http;
    private readonly SteppedTime? _time;
    private readonly string _folder = Directory.CreateTempSubdirectory("fleet-").FullName;

    private Fleet(FleetPlan plan, FakeStravaServer fake, TimeProvider clock, string connection)
    {
        (Plan, Fake, Clock, Connection) = (plan, fake, clock, connection);

        // Pooled connections do not survive a crash of the server.
        Source = NpgsqlDataSource.Create(plan.Pace == FleetPace.Fast ? connection + ";Pooling=false" : connection);
        _http = new HttpClient(_requests) { Timeout = ApiHttp.DefaultTimeout };
        _time = clock is ManualTimeProvider manual ? new SteppedTime(manual, Source, _requests) : null;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public FleetPlan Plan { get; }

    public FakeStravaServer Fake { get; }

    public TimeProvider Clock { get; }

    public string Connection { get; }

    public NpgsqlDataSource Source { get; }

    public string KeyFile => Path.Combine(_folder, "key");

    public List<ApiException> Errors { get; } = [];

    /// <summary>Starts the server, prepares the database, and stores the tokens of the athletes.</summary>
    public static async Task<Fleet> StartAsync(string connection, FleetPlan plan)
    {
        TimeProvider clock = plan.Pace switch
        {
            FleetPace.Stepped => new ManualTimeProvider(),
            FleetPace.Fast => new FastTimeProvider(TimeProvider.System.GetUtcNow()),
            _ => TimeProvider.System,
        };
        DateTimeOffset? expires = plan.TokenLife is { } life ? clock.GetUtcNow() + life : null;
        var options = new FakeStravaOptions
        {
            TimeProvider = clock,
            RateLimits = plan.RateLimits,
            Processing = ProcessingPolicy.AfterTime(TimeSpan.FromSeconds(plan.Pace == FleetPace.Real ? 1 : 5)),
            Athletes = [.. Enumerable.Range(0, plan.Athletes).Select(i => new FakeAthlete
            {
                Id = FirstAthlete + i,
                AccessToken = string.Create(null, $"access-{i}"),
                RefreshToken = string.Create(null, $"refresh-{i}"),
                AccessTokenExpiresAt = expires,
            })],
        };
        var fleet = new Fleet(plan, await FakeStravaServer.StartAsync(options, Cancellation), clock, connection);
        await fleet.PrepareAsync(expires ?? clock.GetUtcNow().AddYears(1));
        return fleet;
    }

    public static long AthleteOf(int index) => FirstAthlete + index;

    public PostgreSqlOptions Database(string worker) => new()
    {
        ConnectionString = Connection,
        Worker = worker,
        RequestReserve = 0,
        Lease = Plan.Lease,
        WindowMargin = Plan.WindowMargin,
        ReconnectTime = TimeSpan.FromSeconds(2000),
    };

    public SyncWorkerOptions WorkerOptions => new()
    {
        BaseUri = Fake.BaseUri,
        ClientId = "1",
        ClientSecret = "fake-client-secret",
        Athletes = 4,
        Turn = Plan.Turn,
        PermitLife = Plan.PermitLife,
        Failed = Errors.Add,
    };

    /// <summary>Runs workers in this process until no file is open.</summary>
    public async Task RunAsync(int workers = 1)
    {
        using var stop = new CancellationTokenSource();
        using var cipher = await TokenCipher.ReadKeyAsync(KeyFile, Cancellation);
        var running = new List<Task>();
        for (var i = 0; i < workers; i++)
        {
            running.Add(RunWorkerAsync(string.Create(null, $"w{i}"), cipher, stop.Token));
        }

        // A worker ends earlier only with an error.
        var settled = SettleAsync();
        await await Task.WhenAny([settled, .. running]);
        await settled;
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    /// <summary>Writes a key that consists of the same byte 32 times.</summary>
    public Task WriteKeyAsync(byte value) =>
        File.WriteAllTextAsync(KeyFile, Convert.ToBase64String(Enumerable.Repeat(value, 32).ToArray()), Cancellation);

    /// <summary>The workers have the limits from the beginning.</summary>
    public Task LimitAsync(FakeRateLimits limits) => ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        update stravatools.budget set quarter_limit = {limits.QuarterHour}, day_limit = {limits.Daily},
            quarter_read_limit = {limits.ReadQuarterHour}, day_read_limit = {limits.ReadDaily}
        """));

    /// <summary>Waits until no file is open.</summary>
    public Task SettleAsync() =>
        WaitUntilAsync(async () => await ReadAsync<long>("select count(*) from stravatools.unit where is_open") == 0);

    /// <summary>Waits until a worker reports an error.</summary>
    public Task WaitForErrorAsync() => WaitUntilAsync(() => Task.FromResult(Errors.Count > 0));

    /// <summary>Waits until the history has a fact of a kind.</summary>
    public Task WaitForFactAsync(string kind) =>
        WaitUntilAsync(async () => await ReadAsync<long>($"select count(*) from stravatools.fact where kind = '{kind}'") > 0);

    /// <summary>Writes a file for each athlete's days, and submits them.</summary>
    public async Task SubmitAsync()
    {
        await using var inbox = await SyncInbox.OpenAsync(Database("submit"), Fake.BaseUri, Clock, Cancellation);
        for (var athlete = 0; athlete < Plan.Athletes; athlete++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder, athlete.ToString(CultureInfo.InvariantCulture))).FullName;
            for (var day = 0; day < Plan.FilesPerAthlete; day++)
            {
                var path = Path.Combine(folder, $"{day:D4}.gpx");
                await File.WriteAllTextAsync(path, Ride(day), Cancellation);
                File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            }

            var submitted = await inbox.SubmitAsync(AthleteOf(athlete), [folder], cancellationToken: Cancellation);
            Assert.Equal(Plan.FilesPerAthlete, submitted.Count);
        }
    }

    /// <summary>Stores the tokens of the first athletes.</summary>
    public async Task SaveTokensAsync(DateTimeOffset expires, int athletes = 1)
    {
        using var cipher = await TokenCipher.ReadKeyAsync(KeyFile, Cancellation);
        await using var inbox = await SyncInbox.OpenAsync(Database("login"), Fake.BaseUri, Clock, Cancellation);
        for (var athlete = 0; athlete < athletes; athlete++)
        {
            var tokens = new StoredTokens
            {
                AccessToken = string.Create(null, $"access-{athlete}"),
                RefreshToken = string.Create(null, $"refresh-{athlete}"),
                ExpiresAt = expires,
                ClientId = "1",
            };
            await inbox.SaveTokensAsync(AthleteOf(athlete), tokens, cipher, Cancellation);
        }
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>The history of a file.</summary>
    public async Task<string> DescribeAsync(string sha256)
    {
        await using var command = Source.CreateCommand(
            "select string_agg(concat_ws(' ', at, athlete, fence, worker, body), E'\n' order by id) from stravatools.fact where key = $1");
        command.Parameters.AddWithValue(sha256[..32]);
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>Each file was uploaded exactly once, and became one activity of its athlete.</summary>
    public void AssertEachOnce()
    {
        Assert.Equal(Plan.Files, Fake.Uploads.Count(upload => upload.ActivityId is not null));
        Assert.All(Fake.Uploads.GroupBy(upload => (upload.AthleteId, upload.Sha256)), group => Assert.Single(group));
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Fake.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunWorkerAsync(string name, TokenCipher cipher, CancellationToken stop)
    {
        await using var worker = await SyncWorker.OpenAsync(Database(name), WorkerOptions, cipher, _http, Clock, Cancellation);
        await worker.RunAsync(stop, Cancellation);
    }

    private async Task PrepareAsync(DateTimeOffset expires)
    {
        await WriteKeyAsync(7);
        await (await SyncInbox.OpenAsync(Database("setup"), null, Clock, Cancellation)).DisposeAsync();
        if (_time is not null)
        {
            await _time.PrepareAsync(Cancellation);
        }
        else if (Plan.Pace == FleetPace.Fast)
        {
            await ExecuteAsync(FastClock.Replace("{0}", Clock.ToString(), StringComparison.Ordinal));
        }

        await SaveTokensAsync(expires, Plan.Athletes);
    }

    /// <summary>Workers may be other processes, so the database is asked. Each test has a time limit.</summary>
    private async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await (_time?.StepAsync(Cancellation) ?? Task.CompletedTask);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
        }
    }

    private static string Ride(int day)
    {
        var start = new DateTime(2020, 1, 1, 6, 0, 0, DateTimeKind.Utc).AddHours(day * 5);
        var text = new StringBuilder("<gpx version='1.1' creator='tests' xmlns='http://www.topografix.com/GPX/1/1'><trk>");
        text.Append("<type>running</type><trkseg>");
        for (var i = 0; i < 4; i++)
        {
            var time = start.AddSeconds(30 * i);
            text.Append(null, $"<trkpt lat='{47 + (i * 0.001):F3}' lon='8.5'><time>{time:yyyy-MM-ddTHH:mm:ssZ}</time></trkpt>");
        }

        return text.Append("</trkseg></trk></gpx>").ToString();
    }
}
