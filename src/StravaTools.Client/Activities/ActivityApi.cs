using System.Net.Http.Headers;
using System.Text.Json;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Activities;

/// <summary>Reads and updates activities (strava-activities.md).</summary>
public static class ActivityApi
{
    /// <summary>The first pause while Strava processes an activity: "wait a few seconds, then retry".</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(30);

    /// <summary>Retrieves an activity of the athlete in detail (strava-activities.md, "Retrieve an activity").</summary>
    /// <param name="client">The client that sends the request.</param>
    /// <param name="id">The activity.</param>
    /// <param name="includeAllEfforts">True to include all segment efforts, not only the important ones.</param>
    /// <param name="wait">
    /// How long to wait while Strava processes the activity (resource_state -1); null to not wait. After that time, the unfinished activity
    /// is returned.
    /// </param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<StravaActivity> GetActivityAsync(
        this StravaClient client, long id, bool includeAllEfforts = false, TimeSpan? wait = null,
        CancellationToken cancellationToken = default)
    {
        var path = FormatId(id) + (includeAllEfforts ? "?include_all_efforts=true" : "");
        var started = client.Clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = StravaClient.Min(pause * 2, MaxPause))
        {
            var activity =
                await client.Transport.SendAsync(HttpMethod.Get, path, null, ActivityJson.Default.StravaActivity, cancellationToken);
            var left = (wait ?? TimeSpan.Zero) - client.Clock.GetElapsedTime(started);
            if (activity.ResourceState != -1 || left <= TimeSpan.Zero)
            {
                return client.WithUrl(activity);
            }

            await Task.Delay(StravaClient.Min(pause, left), client.Clock, cancellationToken);
        }
    }

    /// <summary>Updates an activity (strava-activities.md, "Update an activity") and returns it in detail.</summary>
    /// <exception cref="ArgumentException">The update is empty.</exception>
    /// <exception cref="ApiException">
    /// The server rejected the request, or its outcome is unknown (<see cref="StravaErrors.FateUnknown"/>).
    /// </exception>
    public static async Task<StravaActivity> UpdateActivityAsync(
        this StravaClient client, long id, ActivityUpdate update, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(ActivityUpdateBody.FromUpdate(update), ActivityJson.Default.ActivityUpdateBody);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return client.WithUrl(await client.Transport.SendAsync(
            HttpMethod.Put, FormatId(id), content, ActivityJson.Default.StravaActivity, cancellationToken));
    }

    /// <summary>
    /// Returns all activities of the athlete in their meta representation, to compare with a local copy (strava-activities.md, "List
    /// athlete activities").
    /// </summary>
    public static async Task<IReadOnlyList<StravaActivityMeta>> ListActivityMetaAsync(
        this StravaClient client, CancellationToken cancellationToken = default) =>
        await client.Transport.SendAsync(
            HttpMethod.Get, "athlete/activities", null, ActivityJson.Default.StravaActivityMetaArray, cancellationToken,
            accept: "application/json+meta");

    /// <summary>Returns the laps of an activity (strava-activities.md, "List activity laps").</summary>
    public static async Task<IReadOnlyList<StravaLap>> ListActivityLapsAsync(
        this StravaClient client, long id, CancellationToken cancellationToken = default) =>
        await client.Transport.SendAsync(
            HttpMethod.Get, $"{FormatId(id)}/laps", null, ActivityJson.Default.StravaLapArray, cancellationToken);

    /// <summary>
    /// Returns the time in each zone (strava-activities.md, "List activity zones"). Available only to premium athletes, for their own
    /// activities.
    /// </summary>
    public static async Task<IReadOnlyList<StravaActivityZone>> ListActivityZonesAsync(
        this StravaClient client, long id, CancellationToken cancellationToken = default)
    {
        var zones = await client.Transport.SendAsync(
            HttpMethod.Get, $"{FormatId(id)}/zones", null, ActivityJson.Default.StravaActivityZoneArray, cancellationToken);
        return [.. zones.Select(zone => zone with { ActivityId = id })];
    }

    /// <summary>
    /// Returns the streams of an activity (strava-v3-api.md, "Summary of Resources"; parameters from Strava's published Swagger). An
    /// activity without a file has no streams, which is reported as <see cref="StravaErrors.NotFound"/>.
    /// </summary>
    /// <param name="client">The client that sends the request.</param>
    /// <param name="id">The activity.</param>
    /// <param name="types">
    /// The stream types; null for all of <see cref="StravaStreamTypes"/>. Types that the activity does not have are omitted.
    /// </param>
    /// <param name="cancellationToken">Cancels the operation.</param>
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
