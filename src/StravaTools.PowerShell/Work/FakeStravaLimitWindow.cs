namespace StravaTools.PowerShell.Work;

/// <summary>A rate limit window of a fake server.</summary>
/// <param name="Limit">The limit; empty for none.</param>
/// <param name="Usage">The requests in this window.</param>
/// <param name="ResetsAt">The end of this window, by the clock of the fake server.</param>
public sealed record FakeStravaLimitWindow(int? Limit, int? Usage, DateTimeOffset? ResetsAt)
{
    /// <summary>Such as "198 of 200".</summary>
    public override string ToString() => FormattableString.Invariant($"{Usage:N0} of {Limit:N0}");
}
