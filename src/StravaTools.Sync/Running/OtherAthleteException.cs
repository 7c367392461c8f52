namespace StravaTools.Sync.Running;

/// <summary>The login does not belong to the athlete of the ledger.</summary>
internal sealed class OtherAthleteException(long athlete) : Exception
{
    /// <summary>The athlete of the login.</summary>
    public long Athlete => athlete;
}
