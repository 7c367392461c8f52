using StravaTools.Http.Transport;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Tokens;
using StravaTools.Sync.PostgreSql.Workers;

namespace StravaTools.Sync.PostgreSql.Tests.Workers;

/// <summary>The times that keep two workers from sending the same file.</summary>
public class AthleteTurnsTests
{
    private static readonly SyncWorkerOptions Options = new() { ClientId = "1" };

    [Fact]
    public void Grace_of_a_lost_file_begins_after_the_permit_and_the_timeout()
    {
        var timeout = TimeSpan.FromHours(1);
        var rules = AthleteTurns.CreateRules(Options with { PermitLife = TimeSpan.FromMinutes(30) }, timeout);

        Assert.Equal(TimeSpan.FromMinutes(30) + TimeSpan.FromMinutes(1) + timeout + TimeSpan.FromMinutes(10), rules.LostGrace);
    }

    /// <summary>Otherwise a request that is permitted at the end of a window could arrive in the next one.</summary>
    [Fact]
    public void Permits_live_for_one_second_which_is_less_than_the_margin_of_a_window()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), Options.PermitLife);
        Assert.True(Options.PermitLife < new PostgreSqlOptions { ConnectionString = "" }.WindowMargin);
    }

    [Fact]
    public async Task Worker_without_a_timeout_is_rejected()
    {
        using var endless = ApiHttp.CreateClient(Timeout.InfiniteTimeSpan);
        using var http = ApiHttp.CreateClient();

        await Assert.ThrowsAsync<ArgumentException>(() => OpenAsync(Options, endless));
        await Assert.ThrowsAsync<ArgumentException>(() => OpenAsync(Options with { PermitLife = Timeout.InfiniteTimeSpan }, http));
    }

    private static async Task OpenAsync(SyncWorkerOptions options, HttpClient http)
    {
        var key = Path.GetTempFileName();
        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]), TestContext.Current.CancellationToken);
        using var cipher = await TokenCipher.ReadKeyAsync(key, TestContext.Current.CancellationToken);
        File.Delete(key);
        await SyncWorker.OpenAsync(
            new PostgreSqlOptions { ConnectionString = "Host=nowhere.invalid" }, options, cipher, http,
            cancellationToken: TestContext.Current.CancellationToken);
    }
}
