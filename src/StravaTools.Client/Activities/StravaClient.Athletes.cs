using StravaTools.Client.Activities;
using StravaTools.Client.Http;

namespace StravaTools.Client;

/// <content>Athletes and clubs (strava-v3-api.md, "Summary of Resources").</content>
public sealed partial class StravaClient
{
    /// <summary>The athlete whose token this is (strava-v3-api.md, "Summary of Resources", /v3/athlete).</summary>
    public Task<StravaAthlete> GetAthleteAsync(CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "athlete", null, StravaJson.Default.StravaAthlete, cancellationToken);

    /// <summary>Any athlete: oneself in detail, others in summary (strava-v3-api.md, "Summary of Resources", /v3/athletes/:id).</summary>
    public Task<StravaAthlete> GetAthleteAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, string.Create(null, $"athletes/{id}"), null, StravaJson.Default.StravaAthlete, cancellationToken);

    /// <summary>A club in detail (strava-v3-api.md, "Summary of Resources", /v3/clubs/:id).</summary>
    public Task<StravaClub> GetClubAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, string.Create(null, $"clubs/{id}"), null, StravaJson.Default.StravaClub, cancellationToken);
}
