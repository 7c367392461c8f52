using System.Runtime.CompilerServices;
using StravaTools.Client.Activities;
using StravaTools.Client.Http;

namespace StravaTools.Client;

/// <content>Segments (strava-v3-api.md, "Summary of Resources"), which are "available to all applications".</content>
public sealed partial class StravaClient
{
    /// <summary>A segment in detail (strava-v3-api.md, "Summary of Resources", /v3/segments/:id).</summary>
    public Task<StravaSegment> GetSegmentAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, OfSegment(id), null, StravaJson.Default.StravaSegment, cancellationToken);

    /// <summary>A page of the leaderboard of a segment (strava-v3-api.md, "Summary of Resources", /v3/segments/:id/leaderboard, and "Pagination").</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="page">1 for the first.</param>
    /// <param name="perPage">How many athletes, up to 200.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<StravaLeaderboard> GetLeaderboardAsync(
        long segmentId, int page = 1, int perPage = LargestPage, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ThrowUnlessPageSize(perPage);
        var leaderboard = await _transport.SendAsync(
            HttpMethod.Get, string.Create(null, $"{OfSegment(segmentId)}/leaderboard?page={page}&per_page={perPage}"), null,
            StravaJson.Default.StravaLeaderboard, cancellationToken);
        return leaderboard with { Entries = [.. (leaderboard.Entries ?? []).Select(entry => entry with { SegmentId = segmentId })] };
    }

    /// <summary>All athletes on the leaderboard of a segment, the fastest first. Pages are asked for when they are needed.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="perPage">How many to ask for at once, up to 200.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<StravaLeaderboardEntry> ListLeaderboardAsync(
        long segmentId, int perPage = LargestPage, CancellationToken cancellationToken = default)
    {
        ThrowUnlessPageSize(perPage);
        return PagesAsync<StravaLeaderboardEntry>(
            async (page, token) => (await GetLeaderboardAsync(segmentId, page, perPage, token)).Entries!, entry => entry.AthleteId, cancellationToken);
    }

    /// <summary>
    /// The efforts on a segment, in the order of their start (strava-v3-api.md, "Summary of Resources", /v3/segments/:id/all_efforts). Pages are asked for
    /// when they are needed.
    /// </summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="athleteId">Only those of this athlete.</param>
    /// <param name="perPage">How many to ask for at once, up to 200.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<StravaEffort> ListEffortsAsync(
        long segmentId, long? athleteId = null, int perPage = LargestPage, CancellationToken cancellationToken = default)
    {
        ThrowUnlessPageSize(perPage);
        var path = string.Create(null, $"{OfSegment(segmentId)}/all_efforts?{(athleteId is { } id ? $"athlete_id={id}&" : "")}per_page={perPage}&page=");
        return PagesAsync<StravaEffort>(
            async (page, token) => await _transport.SendAsync(
                HttpMethod.Get, string.Create(null, $"{path}{page}"), null, StravaJson.Default.StravaEffortArray, token),
            effort => effort.Id, cancellationToken);
    }

    private static string OfSegment(long id) => string.Create(null, $"segments/{id}");

    /// <summary>
    /// "prefer iterating until an empty page is returned" (strava-v3-api.md, "Pagination"). Pages overlap where something came in meanwhile, and one that
    /// brings nothing new is the end too: a server that puts one's own entry onto every page would have no empty one.
    /// </summary>
    private static async IAsyncEnumerable<T> PagesAsync<T>(
        Func<int, CancellationToken, Task<IReadOnlyList<T>>> read, Func<T, long?> id, [EnumeratorCancellation] CancellationToken cancellationToken)
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
