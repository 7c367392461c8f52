using StravaTools.Client;
using StravaTools.Client.Athletes;
using StravaTools.Sync.Places;

namespace StravaTools.Sync.Running;

/// <summary>
/// Determines the athlete of the login. The athlete of the last run is assumed until the first request, so a run without work needs none.
/// Before anything is sent, the athlete is requested from Strava.
/// </summary>
internal sealed class AthleteCheck(StravaClient client, StatePlaces places, string login)
{
    private long? _verified;

    /// <summary>The requests that were sent.</summary>
    public int RequestCount { get; private set; }

    /// <summary>The athlete of the login, as far as is known on this machine; otherwise as Strava says.</summary>
    public async Task<long> FindAsync(CancellationToken cancellationToken) =>
        places.RecallAthlete(login) ?? await RequestAsync(cancellationToken);

    /// <summary>Throws if the login belongs to another athlete.</summary>
    /// <exception cref="OtherAthleteException">It belongs to another one.</exception>
    public async Task VerifyAsync(long expected, CancellationToken cancellationToken)
    {
        var athlete = _verified ?? await RequestAsync(cancellationToken);
        if (athlete != expected)
        {
            throw new OtherAthleteException(athlete);
        }
    }

    private async Task<long> RequestAsync(CancellationToken cancellationToken)
    {
        RequestCount++;
        var athlete = await client.GetAthleteAsync(cancellationToken: cancellationToken);
        _verified = athlete.Id;
        places.RememberAthlete(login, athlete.Id);
        return athlete.Id;
    }
}
