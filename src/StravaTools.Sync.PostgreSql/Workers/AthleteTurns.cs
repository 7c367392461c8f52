using StravaTools.Activities;
using StravaTools.Client;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using StravaTools.Sync.Core;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.PostgreSql.Errors;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Storage;
using StravaTools.Sync.PostgreSql.Tokens;
using StravaTools.Sync.Reports;
using StravaTools.Sync.Running;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync.PostgreSql.Workers;

/// <summary>
/// Runs the turn of a claimed athlete with the same state machine and the same runner as a synchronized folder. The files come from the
/// database instead of a folder.
/// </summary>
internal sealed class AthleteTurns(
    PostgreSqlSyncStore store, SyncWorkerOptions options, TokenCipher cipher, HttpClient http, TimeSpan lease,
    WorkerMeter meter)
{
    /// <summary>How often a claim is renewed during its lease.</summary>
    private const int RenewalsPerLease = 3;

    /// <summary>When to try again what does not depend on a known time.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(15);

    /// <summary>Runs a turn, and ends the claim.</summary>
    /// <exception cref="ApiException">The database cannot be used, or the claim was lost.</exception>
    public async Task RunAsync(SyncClaim claim, CancellationToken stop, CancellationToken cancellationToken)
    {
        using var activity = meter.BeginTurn(claim);
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var ended = new CancellationTokenSource();
        var renewal = RenewAsync(claim, lost, ended.Token);
        try
        {
            var end = await SendFilesAsync(claim, stop, lost.Token);
            await store.ParkAsync(claim, end with { Time = store.Clock.GetUtcNow() }, cancellationToken);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ApiException(PostgreSqlErrors.ClaimLost, e, claim.Athlete);
        }
        finally
        {
            await ended.CancelAsync();
            await renewal;
        }
    }

    private async Task<SyncFact> SendFilesAsync(SyncClaim claim, CancellationToken stop, CancellationToken cancellationToken)
    {
        var state = await store.ReadAsync(claim, cancellationToken);
        if (state.Items.Count == 0)
        {
            return End(SyncExitCode.Settled);
        }

        using var tokens = CreateTokens(claim);
        if (await FindLoginProblemAsync(tokens, cancellationToken) is { } problem)
        {
            return problem;
        }

        var client = new StravaClient(http, tokens, new StravaClientOptions { BaseUri = options.BaseUri, TimeProvider = store.Clock });
        var requests = new StravaRequests(client, (post, token) => ReadFileAsync(claim, post, token));
        var rules = CreateRules(options, http.Timeout);
        rules = rules with { Deadline = store.Clock.GetUtcNow() + options.Turn };
        using var runner = new SyncRunner(store, claim, new SyncMachine(state, rules), store.Clock)
        {
            Send = requests.SendAsync,
            PermitLife = options.PermitLife,
            Disposer = new FileDisposer(FileDisposal.Keep, [], null),
            Verify = _ => Task.CompletedTask,
            Limits = () => requests.Limits,
            Waiting = _ => { },
            Answered = () => { },
            Report = file =>
            {
                meter.CountFile(file.State.ToString());
                options.FileChanged?.Invoke(ResultReader.ToResult(file, client.SiteUri) with { Athlete = claim.Athlete });
            },
        };
        meter.CountSearches(state.Items.Values.Count(item => item.State == SyncState.Sending));
        var finish = await runner.RunAsync([.. state.Items.Values.Select(ToFile)], stop, cancellationToken);
        meter.CountRequests(runner.Requests);
        return EndOf(finish, state);
    }

    /// <summary>
    /// A request begins within the life of its permit and ends within its timeout, even if its worker was stopped. Only then the grace
    /// time begins, in which Strava processes it.
    /// </summary>
    internal static SyncRules CreateRules(SyncWorkerOptions options, TimeSpan timeout)
    {
        var rules = new SyncRules();
        return rules with
        {
            LostGrace = options.PermitLife + SendPermit.ConnectTime + timeout + rules.LostGrace,
            SavesLists = true,

            // A list that contains the uploads of its time, read after the grace time, is enough.
            Looks = 1,
        };
    }

    private ClaimedTokens CreateTokens(SyncClaim claim)
    {
        var exchange = new HttpExchange(http, store.Clock, null, StravaServiceErrors.Login);
        var site = StravaHosts.SiteOf(options.BaseUri);
        var application = new OAuthApplication
        {
            AuthorizeUri = new Uri(site, "oauth/authorize"),
            TokenUri = new Uri(site, "oauth/token"),
            ClientId = options.ClientId,
            ClientSecret = options.ClientSecret,
            UsesPkce = false,
        };
        return new ClaimedTokens(
            store.TokensOf(claim.Athlete), claim.Athlete, cipher, new OAuthClient(exchange, store.Clock), application,
            token => store.RenewAsync(claim, token), store.Clock);
    }

    /// <summary>A login that does not work is found before a file is marked as sent.</summary>
    private async Task<SyncFact?> FindLoginProblemAsync(ClaimedTokens tokens, CancellationToken cancellationToken)
    {
        try
        {
            await tokens.GetAccessTokenAsync(cancellationToken);
            return null;
        }
        catch (ApiException e) when (e.Error != PostgreSqlErrors.ClaimLost && e.Error != PostgreSqlErrors.DatabaseNotUsable)
        {
            if (e.Error == PostgreSqlErrors.TokensNotReadable)
            {
                await store.ThrowIfOtherKeyAsync(cipher, except: null, cancellationToken);
            }

            options.Failed?.Invoke(e);
            if (e.Error.Kind is ErrorKind.Authentication or ErrorKind.Permission or ErrorKind.Security)
            {
                return End(SyncExitCode.LoginNeeded) with { Why = e.Summary };
            }

            var next = e.RateLimitResetAt ?? store.Clock.GetUtcNow() + RetryAfter;
            return End(SyncExitCode.Continues, next) with { Why = e.Summary };
        }
    }

    private async Task<ActivityFile> ReadFileAsync(SyncClaim claim, SyncRequest.Post post, CancellationToken cancellationToken)
    {
        var (path, content) = await store.ReadContentAsync(claim, post.Key, cancellationToken);
        return content is null
            ? throw new FileNotFoundException("The database no longer contains the file.", path)
            : ActivityFile.FromBytes(Path.GetFileName(path), content);
    }

    /// <summary>Keeps the claim, and cancels the turn if that is too late.</summary>
    private async Task RenewAsync(SyncClaim claim, CancellationTokenSource lost, CancellationToken ended)
    {
        try
        {
            using var timer = new PeriodicTimer(lease / RenewalsPerLease, store.Clock);
            while (await timer.WaitForNextTickAsync(ended))
            {
                if (!await store.RenewAsync(claim, ended))
                {
                    await lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The turn ended.
        }
        catch (ApiException)
        {
            await lost.CancelAsync();
        }
    }

    private static ScannedFile ToFile(SyncItem item) => new(item.Path, SyncState.Planned)
    {
        Key = item.Key,
        Start = item.Start,
        Elapsed = item.Elapsed,
        Sport = item.Sport,
        IsRemembered = true,
    };

    private SyncFact EndOf(SyncEffect.Finish finish, LedgerState state)
    {
        switch (finish.End)
        {
            case SyncEnd.LoginNeeded:
                return End(SyncExitCode.LoginNeeded) with { Why = finish.Why };
            case SyncEnd.Stopped:
                return End(SyncExitCode.Stopped);
            case SyncEnd.Waiting:
                return End(SyncExitCode.Continues, finish.Next ?? store.Clock.GetUtcNow() + RetryAfter) with { Why = finish.Why };
            default:
                var remains = state.Items.Values.Any(item => item.State.Continues());
                return remains ? End(SyncExitCode.Continues, store.Clock.GetUtcNow() + RetryAfter) : End(SyncExitCode.Settled);
        }
    }

    private static SyncFact End(SyncExitCode code, DateTimeOffset? next = null) =>
        new(SyncFactKind.End) { Number = (int)code, Modified = next };
}
