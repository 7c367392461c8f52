using System.Runtime.CompilerServices;

namespace StravaTools.Client.Activities;

/// <summary>Lists activities (strava-activities.md, "List athlete activities").</summary>
public static class ActivityListApi
{
    /// <summary>
    /// The athlete's activities in summary, newest first, or oldest first if <paramref name="after"/> is given. Pages are asked for when
    /// they are needed, until one is empty; each counts against the rate limit.
    /// </summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="before">Only what began before this time, not at it.</param>
    /// <param name="after">Only what began after this time, not at it.</param>
    /// <param name="perPage">How many to ask for at once, up to 200.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IAsyncEnumerable<StravaActivity> ListActivitiesAsync(
        this StravaClient client, DateTimeOffset? before = null, DateTimeOffset? after = null, int perPage = StravaClient.MaxPageSize,
            CancellationToken cancellationToken = default)
    {
        StravaClient.ThrowUnlessPageSize(perPage);
        // Activities begin at whole seconds: what is before 12:00:00.5 is before 12:00:01, and what is after it is after 12:00:00.
        var pages = new ActivityPages(before?.AddTicks(TimeSpan.TicksPerSecond - 1).ToUnixTimeSeconds(), after?.ToUnixTimeSeconds(),
            perPage);
        return client.ReadAsync(pages, cancellationToken);
    }

    private static async IAsyncEnumerable<StravaActivity> ReadAsync(this StravaClient client, ActivityPages pages, [EnumeratorCancellation]
    CancellationToken cancellationToken)
    {
        while (!pages.IsAtEnd)
        {
            var page = await client.Transport.SendAsync(HttpMethod.Get, pages.Path, null, ActivityJson.Default.StravaActivityArray,
                cancellationToken);
            foreach (var activity in pages.TakeNewActivities(page))
            {
                yield return client.WithUrl(activity);
            }
        }
    }
}
