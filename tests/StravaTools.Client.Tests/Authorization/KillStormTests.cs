using System.Globalization;
using StravaTools.Client.Tests.Support;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Authorization;

/// <summary>
/// Processes are killed at every moment of a refresh. The environment variable KILL_STORM sets the number of kills; the default is small.
/// </summary>
public sealed class KillStormTests(ITestOutputHelper output) : IDisposable
{
    private const string DefaultKills = "6";
    private const int MaxDelay = 24;

    private readonly TemporaryFolder _folder = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _arrived = new();
    private TaskCompletionSource _answered = new();
    private bool _isChild;
    private int _spent;

    public void Dispose() => _folder.Dispose();

    /// <summary>A server that accepts the previous refresh token once more, as Strava does while the access token is valid.</summary>
    [Fact]
    [TimeLimit(1800)]
    public async Task Killed_refresh_loses_no_login_at_a_lenient_server()
    {
        var lost = await StormAsync(isStrict: false);

        Assert.Empty(lost);
    }

    /// <summary>Without the answer, the new token is unknown. Every other login survives.</summary>
    [Fact]
    [TimeLimit(1800)]
    public async Task Killed_refresh_loses_only_logins_whose_answer_could_not_arrive()
    {
        var lost = await StormAsync(isStrict: true);

        Assert.All(lost, kill => Assert.False(kill.WasStored, $"Kill {kill.Number}: the new tokens were on disk, and the login was lost."));
    }

    private async Task<List<Kill>> StormAsync(bool isStrict)
    {
        await using var server = new RawServer(request => AnswerAsync(request, isStrict));
        var kills = int.Parse(Environment.GetEnvironmentVariable("KILL_STORM") ?? DefaultKills, CultureInfo.InvariantCulture);
        var store = new TokenStore(_folder.Path, TimeProvider.System);
        var name = TokenStore.NameFor("strava", server.Uri);
        var lost = new List<Kill>();
        for (var number = 0; number < kills; number++)
        {
            await StoreExpiredAsync(store, name);
            // -1: before the answer. Otherwise: this number of milliseconds after it was sent.
            var delay = (number % (MaxDelay + 2)) - 1;
            await KillAsync(server, delay);
            var wasStored = Directory.GetFiles(_folder.Path, "*.tmp").Any(IsComplete) || !await IsExpiredAsync(store, name);
            if (!await IsUsableAsync(store, server))
            {
                lost.Add(new Kill(number, wasStored));
            }
        }

        output.WriteLine($"{kills} kills, {lost.Count} logins lost; {(isStrict ? "strict" : "lenient")} server.");
        return lost;
    }

    private async Task KillAsync(RawServer server, int delay)
    {
        (_arrived, _answered, _isChild) = (new TaskCompletionSource(), new TaskCompletionSource(), true);
        using var child = RefreshingChild.Start(server.Uri, _folder.Path);
        await _arrived.Task.WaitAsync(Cancellation);
        if (delay >= 0)
        {
            await _answered.Task.WaitAsync(Cancellation);
            await Task.Delay(TimeSpan.FromMilliseconds(delay), TimeProvider.System, Cancellation);
        }

        child.Kill();
        await child.WaitForExitAsync(Cancellation);
        _isChild = false;
    }

    /// <summary>Tokens are numbered. The server accepts the last one, and a lenient one also the one before it.</summary>
    private async Task AnswerAsync(RawRequest request, bool isStrict)
    {
        var number = int.Parse(request.Body.Split("refresh_token=fake-refresh-")[1].Split('&')[0], CultureInfo.InvariantCulture);
        string answer;
        lock (_lock)
        {
            if (number == _spent || (!isStrict && number == _spent - 1))
            {
                _spent++;
                answer = RawServer.Json(200,
                    $$"""{"access_token":"fake-access-{{_spent}}","refresh_token":"fake-refresh-{{_spent}}","expires_in":21600}""");
            }
            else
            {
                answer = RawServer.Json(400, "{}");
            }
        }

        if (_isChild)
        {
            _arrived.TrySetResult();
        }

        await request.WriteAsync(answer);
        _answered.TrySetResult();
    }

    private async Task StoreExpiredAsync(TokenStore store, string name)
    {
        using var alone = await store.LockAsync(name, Cancellation);
        await alone.WriteAsync(new StoredTokens
        {
            AccessToken = $"fake-access-{_spent}",
            RefreshToken = $"fake-refresh-{_spent}",
            ExpiresAt = DateTimeOffset.UnixEpoch,
            ClientId = "1",
            ClientSecret = "fake-secret",
        });
    }

    private static async Task<bool> IsExpiredAsync(TokenStore store, string name) =>
        (await store.ReadAsync(name, Cancellation))!.ExpiresAt == DateTimeOffset.UnixEpoch;

    private static bool IsComplete(string path) => File.ReadAllText(path).TrimEnd().EndsWith('}');

    /// <summary>The next process renews the token, or finds one.</summary>
    private static async Task<bool> IsUsableAsync(TokenStore store, RawServer server)
    {
        using var http = ApiHttp.CreateClient();
        try
        {
            using var tokens = new StravaLogin(http, store, server.Uri).Tokens();
            return (await tokens.RenewAsync("", Cancellation)).StartsWith("fake-access-", StringComparison.Ordinal);
        }
        catch (ApiException e) when (e.Error == ApiErrors.AuthorizationRefused)
        {
            return false;
        }
    }

    private sealed record Kill(int Number, bool WasStored);
}
