namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>How the time of a fleet passes.</summary>
internal enum FleetPace
{
    /// <summary>
    /// Time stands still while anything happens, so a busy machine cannot make a permit expire. For workers of this process.
    /// </summary>
    Stepped,

    /// <summary>200 times as fast as the real time; see <see cref="FastTimeProvider"/>. For worker processes.</summary>
    Fast,

    /// <summary>The system's time, as for the real program.</summary>
    Real,
}
