namespace StravaTools.Client.Athletes;

/// <summary>Athletes (strava-v3-api.md, "Summary of Resources").</summary>
public static class AthleteApi
{
    /// <summary>Returns the athlete that the token belongs to (strava-v3-api.md, "Summary of Resources", /v3/athlete).</summary>
    public static Task<StravaAthlete> GetAthleteAsync(this StravaClient client, CancellationToken cancellationToken = default) =>
        client.Transport.SendAsync(HttpMethod.Get, "athlete", null, AthleteJson.Default.StravaAthlete, cancellationToken);

    /// <summary>
    /// Returns an athlete: the current one in detail, others in summary (strava-v3-api.md, "Summary of Resources", /v3/athletes/:id).
    /// </summary>
    public static Task<StravaAthlete> GetAthleteAsync(this StravaClient client, long id, CancellationToken cancellationToken = default) =>
        client.Transport.SendAsync(
            HttpMethod.Get, string.Create(null, $"athletes/{id}"), null, AthleteJson.Default.StravaAthlete, cancellationToken);
}
