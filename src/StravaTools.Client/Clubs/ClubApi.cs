namespace StravaTools.Client.Clubs;

/// <summary>Clubs (strava-v3-api.md, "Summary of Resources").</summary>
public static class ClubApi
{
    /// <summary>Returns a club in detail (strava-v3-api.md, "Summary of Resources", /v3/clubs/:id).</summary>
    public static Task<StravaClub> GetClubAsync(this StravaClient client, long id, CancellationToken cancellationToken = default) =>
        client.Transport.SendAsync(
            HttpMethod.Get, string.Create(null, $"clubs/{id}"), null, ClubJson.Default.StravaClub, cancellationToken);
}
