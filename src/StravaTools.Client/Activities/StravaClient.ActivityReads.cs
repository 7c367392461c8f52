using System.Net.Http.Headers;
using System.Text.Json;
using StravaTools.Client.Activities;
using StravaTools.Client.Http;

namespace StravaTools.Client;

/// <content>Reading and updating activities (strava-activities.md).</content>
public sealed partial class StravaClient
{
    /// <summary>The first pause while an activity is processed: "wait a few seconds, then retry".</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Retrieves an activity of the athlete in detail (strava-activities.md, "Retrieve an activity").</summary>
    /// <param name="id">The activity.</param>
    /// <param name="includeAllEfforts">All segment efforts, not the important ones only.</param>
    /// <param name="wait">
    /// How long to wait while Strava processes it (resource_state -1); null does not wait. If the time runs out, it is returned as it is.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<StravaActivity> GetActivityAsync(
        long id, bool includeAllEfforts = false, TimeSpan? wait = null, CancellationToken cancellationToken = default)
    {
        var path = string.Create(null, $"activities/{id}{(includeAllEfforts ? "?include_all_efforts=true" : "")}");
        var started = _clock.GetTimestamp();
        for (var pause = FirstLook; ; pause = Shorter(pause * 2, LongestPause))
        {
            var activity = await _transport.SendAsync(HttpMethod.Get, path, null, StravaJson.Default.StravaActivity, cancellationToken);
            var left = (wait ?? TimeSpan.Zero) - _clock.GetElapsedTime(started);
            if (activity.ResourceState != -1 || left <= TimeSpan.Zero)
            {
                return WithUrl(activity);
            }

            await Task.Delay(Shorter(pause, left), _clock, cancellationToken);
        }
    }

    /// <summary>Changes an activity (strava-activities.md, "Update an activity"), and returns it in detail.</summary>
    /// <exception cref="ArgumentException">Nothing is to be changed.</exception>
    /// <exception cref="StravaException">The server refused it, or what became of it is unknown (<see cref="StravaErrors.FateUnknown"/>).</exception>
    public async Task<StravaActivity> UpdateActivityAsync(long id, ActivityUpdate update, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(ActivityUpdateBody.FromUpdate(update), StravaJson.Default.ActivityUpdateBody);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return WithUrl(await _transport.SendAsync(HttpMethod.Put, FormatId(id), content, StravaJson.Default.StravaActivity, cancellationToken));
    }

    /// <summary>
    /// All activities of the athlete in their meta representation, to compare with what one has (strava-activities.md, "List athlete activities").
    /// </summary>
    public async Task<IReadOnlyList<StravaActivityMeta>> ListActivityMetaAsync(CancellationToken cancellationToken = default) =>
        await _transport.SendAsync(
            HttpMethod.Get, "athlete/activities", null, StravaJson.Default.StravaActivityMetaArray, cancellationToken, accept: "application/json+meta");

    /// <summary>The laps of an activity (strava-activities.md, "List activity laps").</summary>
    public async Task<IReadOnlyList<StravaLap>> ListActivityLapsAsync(long id, CancellationToken cancellationToken = default) =>
        await _transport.SendAsync(HttpMethod.Get, $"{FormatId(id)}/laps", null, StravaJson.Default.StravaLapArray, cancellationToken);

    /// <summary>The time in each zone (strava-activities.md, "List activity zones"): of the athlete's own activities, and for premium athletes only.</summary>
    public async Task<IReadOnlyList<StravaActivityZone>> ListActivityZonesAsync(long id, CancellationToken cancellationToken = default) =>
        [.. (await _transport.SendAsync(HttpMethod.Get, $"{FormatId(id)}/zones", null, StravaJson.Default.StravaActivityZoneArray, cancellationToken))
            .Select(zone => zone with { ActivityId = id })];

    /// <summary>
    /// The series of values of an activity (strava-v3-api.md, "Summary of Resources"; parameters by Strava's published swagger). An activity without a
    /// file has none, which is <see cref="StravaErrors.NotFound"/>.
    /// </summary>
    /// <param name="id">The activity.</param>
    /// <param name="types">Which ones; null for all of <see cref="StravaStreamTypes"/>. Those that the activity does not have are left out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<StravaStreamData>> GetActivityStreamsAsync(
        long id, IEnumerable<string>? types = null, CancellationToken cancellationToken = default)
    {
        var keys = string.Join(',', (types ?? StravaStreamTypes.All).Select(Uri.EscapeDataString));
        ArgumentException.ThrowIfNullOrEmpty(keys, nameof(types));
        var streams = await _transport.SendAsync(
            HttpMethod.Get, $"{FormatId(id)}/streams?keys={keys}&key_by_type=true", null, StravaJson.Default.IReadOnlyListStravaStreamData, cancellationToken);
        return [.. streams.Select(stream => stream with { ActivityId = id })];
    }

    private static string FormatId(long activityId) => string.Create(null, $"activities/{activityId}");

    private StravaActivity WithUrl(StravaActivity activity) => activity with { ActivityUrl = ActivityUrl(activity.Id) };
}
