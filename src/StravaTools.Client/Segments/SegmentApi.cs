using System.Globalization;
using System.Runtime.CompilerServices;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Segments;

/// <summary>Segments (strava-v3-api.md, "Summary of Resources"), which are "available to all applications".</summary>
public static class SegmentApi
{
    /// <summary>How Strava may refuse a leaderboard, which it ended in 2020 (field-notes.md, 7.2).</summary>
    private static readonly string[] LeaderboardRefusals =
    [
        StravaErrors.Forbidden.Id, StravaErrors.SubscriptionRequired.Id, StravaErrors.EndpointRestricted.Id,
        StravaErrors.EndpointRemoved.Id, StravaErrors.ApiMoved.Id,
    ];

    /// <summary>Returns a segment in detail (strava-v3-api.md, "Summary of Resources", /v3/segments/:id).</summary>
    public static Task<StravaSegment> GetSegmentAsync(this StravaClient client, long id, CancellationToken cancellationToken = default) =>
        client.Transport.SendAsync(HttpMethod.Get, FormatPath(id), null, SegmentJson.Default.StravaSegment, cancellationToken);

    /// <summary>
    /// Returns a page of the leaderboard of a segment (strava-v3-api.md, "Summary of Resources", /v3/segments/:id/leaderboard, and
    /// "Pagination").
    /// </summary>
    /// <param name="client">The client that sends the request.</param>
    /// <param name="segmentId">The segment.</param>
    /// <param name="page">1 for the first.</param>
    /// <param name="perPage">The number of athletes, up to 200.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ApiException"><see cref="StravaErrors.LeaderboardsEnded"/>, or the request failed.</exception>
    public static async Task<StravaLeaderboard> GetLeaderboardAsync(
        this StravaClient client, long segmentId, int page = 1, int perPage = StravaClient.MaxPageSize,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        StravaClient.ThrowUnlessPageSize(perPage);
        try
        {
            var leaderboard = await client.Transport.SendAsync(
                HttpMethod.Get, string.Create(null, $"{FormatPath(segmentId)}/leaderboard?page={page}&per_page={perPage}"), null,
                SegmentJson.Default.StravaLeaderboard, cancellationToken);
            return leaderboard with { Entries = [.. (leaderboard.Entries ?? []).Select(entry => entry with { SegmentId = segmentId })] };
        }
        catch (ApiException e) when (LeaderboardRefusals.Contains(e.Code))
        {
            throw new StravaException(StravaErrors.LeaderboardsEnded, e, (int?)e.StatusCode, e.Details)
            {
                StatusCode = e.StatusCode,
                Details = e.Details,
            };
        }
    }

    /// <summary>Returns all athletes on the leaderboard of a segment, fastest first. Pages are requested as they are needed.</summary>
    /// <param name="client">The client that sends the request.</param>
    /// <param name="segmentId">The segment.</param>
    /// <param name="perPage">The page size, up to 200.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static IAsyncEnumerable<StravaLeaderboardEntry> ListLeaderboardAsync(
        this StravaClient client, long segmentId, int perPage = StravaClient.MaxPageSize, CancellationToken cancellationToken = default)
    {
        StravaClient.ThrowUnlessPageSize(perPage);
        return PagesAsync<StravaLeaderboardEntry>(
            async (page, token) => (await client.GetLeaderboardAsync(segmentId, page, perPage, token)).Entries!, entry => entry.AthleteId,
            cancellationToken);
    }

    /// <summary>
    /// Returns the efforts on a segment, ordered by start time (strava-v3-api.md, "Summary of Resources", /v3/segments/:id/all_efforts).
    /// Pages are requested as they are needed.
    /// </summary>
    /// <param name="client">The client that sends the request.</param>
    /// <param name="segmentId">The segment.</param>
    /// <param name="athleteId">Only the efforts of this athlete; null for all athletes.</param>
    /// <param name="perPage">The page size, up to 200.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static IAsyncEnumerable<StravaEffort> ListEffortsAsync(
        this StravaClient client, long segmentId, long? athleteId = null, int perPage = StravaClient.MaxPageSize,
        CancellationToken cancellationToken = default)
    {
        StravaClient.ThrowUnlessPageSize(perPage);
        var athlete = athleteId is null ? "" : string.Create(CultureInfo.InvariantCulture, $"athlete_id={athleteId}&");
        var path = string.Create(CultureInfo.InvariantCulture, $"{FormatPath(segmentId)}/all_efforts?{athlete}per_page={perPage}&page=");
        return PagesAsync<StravaEffort>(
            async (page, token) => await client.Transport.SendAsync(
                HttpMethod.Get, string.Create(null, $"{path}{page}"), null, SegmentJson.Default.StravaEffortArray, token),
            effort => effort.Id, cancellationToken);
    }

    private static string FormatPath(long id) => string.Create(null, $"segments/{id}");

    /// <summary>
    /// "prefer iterating until an empty page is returned" (strava-v3-api.md, "Pagination"). Pages can overlap if an item was added in the
    /// meantime. A page without new items is also the end: if the server repeats the athlete's own entry on every page, no page is ever
    /// empty.
    /// </summary>
    private static async IAsyncEnumerable<T> PagesAsync<T>(
        Func<int, CancellationToken, Task<IReadOnlyList<T>>> read, Func<T, long?> id,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<long>();
        for (var page = 1; ; page++)
        {
            var fresh = (await read(page, cancellationToken)).Where(item => id(item) is not { } key || seen.Add(key)).ToList();
            if (fresh.Count == 0)
            {
                yield break;
            }

            foreach (var item in fresh)
            {
                yield return item;
            }
        }
    }
}
