using StravaTools.Sync.Places;

namespace StravaTools.Sync.Running;

/// <summary>
/// Determines the athlete of the login. The athlete of the last run is assumed until the first request, so a run without work needs none.
/// Before anything is sent, the athlete is requested from Strava.
/// </summary>
internal sealed class AthleteCheck(LimitedReads reads, StatePlaces places, string login)
{
    private long? _verified;

    /// <summary>The athlete of the login, as far as is known on this machine; otherwise as Strava says.</summary>
    public async Task<long> FindAsync(CancellationToken cancellationToken) =>
        places.RecallAthlete(login) ?? await AskAsync(cancellationToken);

    /// <summary>Throws if the login belongs to another athlete.</summary>
    /// <exception cref="OtherAthleteException">It belongs to another one.</exception>
    public async Task VerifyAsync(long expected, CancellationToken cancellationToken)
    {
        var athlete = _verified ?? await AskAsync(cancellationToken);
        if (athlete != expected)
        {
            throw new OtherAthleteException(athlete);
        }
    }

    /// <summary>The athlete of the login, as Strava says.</summary>
    public async Task<long> AskAsync(CancellationToken cancellationToken)
    {
        var athlete = await reads.ReadAthleteAsync(cancellationToken);
        _verified = athlete;
        places.RememberAthlete(login, athlete);
        return athlete;
    }
}
