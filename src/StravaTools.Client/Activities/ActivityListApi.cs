using System.Runtime.CompilerServices;

namespace StravaTools.Client.Activities;

/// <summary>Lists activities (strava-activities.md, "List athlete activities").</summary>
public static class ActivityListApi
{
    /// <summary>
    /// Returns the athlete's activities in summary, newest first, or oldest first if <paramref name="after"/> is specified. Pages are
    /// requested as they are needed, until a page is empty. Each counts against the rate limit.
    /// </summary>
    /// <param name="client">The client that sends the requests.</param>
    /// <param name="before">Only activities that started before this time; exclusive.</param>
    /// <param name="after">Only activities that started after this time; exclusive.</param>
    /// <param name="perPage">The page size, up to 200.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static IAsyncEnumerable<StravaActivity> ListActivitiesAsync(
        this StravaClient client, DateTimeOffset? before = null, DateTimeOffset? after = null, int perPage = StravaClient.MaxPageSize,
        CancellationToken cancellationToken = default)
    {
        StravaClient.ThrowUnlessPageSize(perPage);
        // Strava's bounds are full seconds: before 12:00:00.5 becomes before 12:00:01, and after 12:00:00.5 becomes after 12:00:00.
        var pages = new ActivityPages(
            before?.AddTicks(TimeSpan.TicksPerSecond - 1).ToUnixTimeSeconds(), after?.ToUnixTimeSeconds(), perPage);
        return client.ReadAsync(pages, cancellationToken);
    }

    private static async IAsyncEnumerable<StravaActivity> ReadAsync(
        this StravaClient client, ActivityPages pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!pages.IsAtEnd)
        {
            var page = await client.Transport.SendAsync(
                HttpMethod.Get, pages.Path, null, ActivityJson.Default.StravaActivityArray, cancellationToken);
            foreach (var activity in pages.TakeNewActivities(page))
            {
                yield return client.WithUrl(activity);
            }
        }
    }
}
