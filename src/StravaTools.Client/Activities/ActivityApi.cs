using System.Net.Http.Headers;
using System.Text.Json;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Activities;

/// <summary>Reads and updates activities (strava-activities.md).</summary>
public static class ActivityApi
{
    /// <summary>The first pause while an activity is processed: "wait a few seconds, then retry".</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(30);

    /// <summary>Retrieves an activity of the athlete in detail (strava-activities.md, "Retrieve an activity").</summary>
    /// <param name="client">Sends the request.</param>
    /// <param name="id">The activity.</param>
    /// <param name="includeAllEfforts">All segment efforts, not the important ones only.</param>
    /// <param name="wait">
    /// How long to wait while Strava processes it (resource_state -1); null does not wait. If the time runs out, it is returned as it is.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<StravaActivity> GetActivityAsync(
        this StravaClient client, long id, bool includeAllEfforts = false, TimeSpan? wait = null,
            CancellationToken cancellationToken = default)
    {
        var path = FormatId(id) + (includeAllEfforts ? "?include_all_efforts=true" : "");
        var started = client.Clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = StravaClient.Shorter(pause * 2, MaxPause))
        {
            var activity =
                await client.Transport.SendAsync(HttpMethod.Get, path, null, ActivityJson.Default.StravaActivity, cancellationToken);
            var left = (wait ?? TimeSpan.Zero) - client.Clock.GetElapsedTime(started);
            if (activity.ResourceState != -1 || left <= TimeSpan.Zero)
            {
                return client.WithUrl(activity);
            }

            await Task.Delay(StravaClient.Shorter(pause, left), client.Clock, cancellationToken);
        }
    }

    /// <summary>Changes an activity (strava-activities.md, "Update an activity"), and returns it in detail.</summary>
    /// <exception cref="ArgumentException">Nothing is to be changed.</exception>
    /// <exception cref="ApiException">The server refused it, or what became of it is unknown
    /// (<see cref="StravaErrors.FateUnknown"/>).</exception>
    public static async Task<StravaActivity> UpdateActivityAsync(this StravaClient client, long id, ActivityUpdate update,
        CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(ActivityUpdateBody.FromUpdate(update), ActivityJson.Default.ActivityUpdateBody);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return client.WithUrl(await client.Transport.SendAsync(HttpMethod.Put, FormatId(id), content, ActivityJson.Default.StravaActivity,
            cancellationToken));
    }

    /// <summary>
    /// All activities of the athlete in their meta representation, to compare with what one has (strava-activities.md, "List athlete
    /// activities").
    /// </summary>
    public static async Task<IReadOnlyList<StravaActivityMeta>> ListActivityMetaAsync(this StravaClient client,
        CancellationToken cancellationToken = default) =>
        await client.Transport.SendAsync(
            HttpMethod.Get, "athlete/activities", null, ActivityJson.Default.StravaActivityMetaArray, cancellationToken,
                accept: "application/json+meta");

    /// <summary>The laps of an activity (strava-activities.md, "List activity laps").</summary>
    public static async Task<IReadOnlyList<StravaLap>> ListActivityLapsAsync(this StravaClient client, long id,
        CancellationToken cancellationToken = default) =>
        await client.Transport.SendAsync(HttpMethod.Get, $"{FormatId(id)}/laps", null, ActivityJson.Default.StravaLapArray,
            cancellationToken);

    /// <summary>
    /// The time in each zone (strava-activities.md, "List activity zones"): of the athlete's own activities, and for premium athletes only.
    /// </summary>
    public static async Task<IReadOnlyList<StravaActivityZone>> ListActivityZonesAsync(this StravaClient client, long id,
        CancellationToken cancellationToken = default) =>
        [.. (await client.Transport.SendAsync(HttpMethod.Get, $"{FormatId(id)}/zones", null, ActivityJson.Default.StravaActivityZoneArray,
            cancellationToken))
            .Select(zone => zone with { ActivityId = id })];

    /// <summary>
    /// The series of values of an activity (strava-v3-api.md, "Summary of Resources"; parameters by Strava's published swagger). An
    /// activity without a file has none, which is <see cref="StravaErrors.NotFound"/>.
    /// </summary>
    /// <param name="client">Sends the request.</param>
    /// <param name="id">The activity.</param>
    /// <param name="types">Which ones; null for all of <see cref="StravaStreamTypes"/>. Those that the activity does not have are left
    /// out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<StravaStreamData>> GetActivityStreamsAsync(
        this StravaClient client, long id, IEnumerable<string>? types = null, CancellationToken cancellationToken = default)
    {
        var keys = string.Join(',', (types ?? StravaStreamTypes.All).Select(Uri.EscapeDataString));
        ArgumentException.ThrowIfNullOrEmpty(keys, nameof(types));
        var streams = await client.Transport.SendAsync(
            HttpMethod.Get, $"{FormatId(id)}/streams?keys={keys}&key_by_type=true", null,
                ActivityJson.Default.IReadOnlyListStravaStreamData, cancellationToken);
        return [.. streams.Select(stream => stream with { ActivityId = id })];
    }

    private static string FormatId(long activityId) => string.Create(null, $"activities/{activityId}");

    internal static StravaActivity WithUrl(this StravaClient client, StravaActivity activity) =>
        activity with { ActivityUrl = client.ActivityUrl(activity.Id) };
}
