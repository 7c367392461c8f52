using System.Runtime.CompilerServices;
using StravaTools.Client.Activities;
using StravaTools.Client.Http;

namespace StravaTools.Client;

/// <content>The list of activities (strava-activities.md, "List athlete activities").</content>
public sealed partial class StravaClient
{
    /// <summary>"custom page sizes up to 200" (strava-v3-api.md, "Pagination").</summary>
    public const int LargestPage = 200;

    /// <summary>
    /// The athlete's activities in summary, newest first, or oldest first if <paramref name="after"/> is given. Pages are asked for when they are needed,
    /// until one is empty; each counts against the rate limit.
    /// </summary>
    /// <param name="before">Only what began before this time, not at it.</param>
    /// <param name="after">Only what began after this time, not at it.</param>
    /// <param name="perPage">How many to ask for at once, up to 200.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<StravaActivity> ListActivitiesAsync(
        DateTimeOffset? before = null, DateTimeOffset? after = null, int perPage = LargestPage, CancellationToken cancellationToken = default)
    {
        ThrowUnlessPageSize(perPage);
        // Activities begin at whole seconds: what is before 12:00:00.5 is before 12:00:01, and what is after it is after 12:00:00.
        var pages = new ActivityPages(before?.AddTicks(TimeSpan.TicksPerSecond - 1).ToUnixTimeSeconds(), after?.ToUnixTimeSeconds(), perPage);
        return ReadAsync(pages, cancellationToken);
    }

    private static void ThrowUnlessPageSize(int perPage)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perPage, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perPage, LargestPage);
    }

    private async IAsyncEnumerable<StravaActivity> ReadAsync(ActivityPages pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!pages.IsAtEnd)
        {
            var page = await _transport.SendAsync(HttpMethod.Get, pages.Path, null, StravaJson.Default.StravaActivityArray, cancellationToken);
            foreach (var activity in pages.TakeNewActivities(page))
            {
                yield return WithUrl(activity);
            }
        }
    }
}
