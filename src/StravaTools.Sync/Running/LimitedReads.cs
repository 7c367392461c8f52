using StravaTools.Client;
using StravaTools.Client.Athletes;
using StravaTools.Http.Errors;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Core;
using StravaTools.Sync.Model;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync.Running;

/// <summary>Sends requests that only read, one after the other, within the limits of the application.</summary>
internal sealed class LimitedReads(StravaClient client, RequestBudget budget, TimeProvider clock)
{
    private static readonly TimeSpan LongestQuarter = TimeSpan.FromMinutes(16);

    private readonly StravaRequests _requests = new(client);

    /// <summary>The requests that were sent.</summary>
    public RequestCounts Counts { get; } = new();

    /// <summary>Called when a limit is used up, with the time that it resets.</summary>
    public Action<DateTimeOffset> Waiting { private get; init; } = _ => { };

    /// <summary>A limit that resets after this time is an error; null to wait for every limit.</summary>
    public DateTimeOffset? Deadline { private get; init; }

    /// <summary>Ends a wait with the error of the limit.</summary>
    public CancellationToken Stop { private get; init; }

    /// <summary>Requests the athlete of the login.</summary>
    /// <exception cref="ApiException">The athlete cannot be read.</exception>
    public async Task<long> ReadAthleteAsync(CancellationToken cancellationToken)
    {
        var athlete = await SendAsync(Counts.CountOther, () => client.GetAthleteAsync(cancellationToken), cancellationToken);
        return athlete.Id;
    }

    /// <summary>Lists a page of activities that started after a time, oldest first. It is empty at the end.</summary>
    /// <exception cref="ApiException">The list cannot be read.</exception>
    public Task<List<ListedActivity>> ListPageAsync(DateTimeOffset after, CancellationToken cancellationToken) =>
        SendAsync(
            () => Counts.CountRequest(new SyncRequest.ListPage(after)), () => _requests.ListPageAsync(after, cancellationToken),
            cancellationToken);

    /// <summary>Requests the status of an upload.</summary>
    /// <returns>Null if the upload does not exist.</returns>
    /// <exception cref="ApiException">The status cannot be read.</exception>
    public Task<SyncAnswer.Status?> PollAsync(ContentKey key, long uploadId, CancellationToken cancellationToken)
    {
        var request = new SyncRequest.Poll(key, uploadId);
        return TrySendAsync(request, () => _requests.PollAsync(request, cancellationToken), cancellationToken);
    }

    /// <summary>Requests an activity.</summary>
    /// <returns>Null if the activity does not exist.</returns>
    /// <exception cref="ApiException">The activity cannot be read.</exception>
    public Task<SyncAnswer.Activity?> LookAsync(ContentKey key, long activityId, CancellationToken cancellationToken)
    {
        var request = new SyncRequest.Look(key, activityId);
        return TrySendAsync(request, () => _requests.LookAsync(request, cancellationToken), cancellationToken);
    }

    private async Task<T?> TrySendAsync<T>(SyncRequest request, Func<Task<T>> send, CancellationToken cancellationToken)
        where T : SyncAnswer
    {
        try
        {
            return await SendAsync(() => Counts.CountRequest(request), send, cancellationToken);
        }
        catch (ApiException e) when (e.Error == StravaErrors.NotFound)
        {
            return null;
        }
    }

    private async Task<T> SendAsync<T>(Action count, Func<Task<T>> send, CancellationToken cancellationToken)
    {
        ApiException? refused = null;
        while (true)
        {
            await WaitForTurnAsync(refused, cancellationToken);
            count();
            try
            {
                var answer = await send();
                await budget.NoteAsync(client.RateLimit, refused: null, default, cancellationToken);
                return answer;
            }
            catch (ApiException e) when (e.Error == StravaErrors.RateLimited && e.RateLimitResetAt is not null)
            {
                refused = e;
                Counts.CountRefused();
                await budget.NoteAsync(client.RateLimit, RequestKind.Read, e.RateLimitResetAt.Value, cancellationToken);
            }
        }
    }

    private async Task WaitForTurnAsync(ApiException? refused, CancellationToken cancellationToken)
    {
        while (await budget.TakeAsync(RequestKind.Read, cancellationToken) is { } opens)
        {
            var limited = refused ?? UsedUp(opens);
            if (opens >= Deadline)
            {
                throw limited;
            }

            Waiting(opens);
            await WaitAsync(opens - clock.GetUtcNow(), limited, cancellationToken);
        }
    }

    private async Task WaitAsync(TimeSpan pause, ApiException limited, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(Stop, cancellationToken);
        try
        {
            await Task.Delay(pause, clock, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw limited;
        }
    }

    private ApiException UsedUp(DateTimeOffset opens)
    {
        var window = opens - clock.GetUtcNow() > LongestQuarter ? "the day" : "15 minutes";
        return new ApiException(StravaErrors.RateLimited, "other requests used it up", window, opens) { RateLimitResetAt = opens };
    }
}
