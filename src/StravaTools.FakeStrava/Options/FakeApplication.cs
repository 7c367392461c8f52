namespace StravaTools.FakeStrava.Options;

/// <summary>A registered application (strava-v3-api.md, "Access").</summary>
public sealed record FakeApplication
{
    /// <summary>The client_id.</summary>
    public int ClientId { get; init; } = 1;

    /// <summary>The client_secret.</summary>
    public string ClientSecret { get; init; } = "fake-client-secret";

    /// <summary>The id of the athlete who registered it; null for the first athlete.</summary>
    public long? AthleteId { get; init; }

    /// <summary>
    /// True if Strava deactivated it because its owner has no subscription: every request of the API is answered with 403.
    /// </summary>
    public bool IsInactive { get; init; }

    /// <summary>The name that the consent page shows.</summary>
    public string Name { get; init; } = "Fake Application";

    /// <summary>The host to which the consent page can redirect; localhost and 127.0.0.1 are always allowed.</summary>
    public string CallbackDomain { get; init; } = "localhost";

    /// <summary>The athlete who registered it; null if the athlete does not exist.</summary>
    internal FakeAthlete? FindOwner(IReadOnlyList<FakeAthlete> athletes)
    {
        if (AthleteId is { } id)
        {
            return athletes.FirstOrDefault(athlete => athlete.Id == id);
        }

        return athletes[0];
    }
}
