namespace StravaTools.Sync.Running;

/// <summary>
/// A request of the budget. A process that was stopped after it took the request, or a machine that was suspended, must not send it in
/// another window, or after another worker took over.
/// </summary>
internal sealed class SendPermit
{
    /// <summary>
    /// How long after that the request may still reach the server: three attempts to connect take less. If a slow connection counted
    /// against the life of the permit, its request would be permitted again and again.
    /// </summary>
    public static readonly TimeSpan ConnectTime = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock;
    private readonly TimeSpan _life;
    private readonly long _stamp;
    private readonly DateTimeOffset _time;

    /// <param name="clock">The clock.</param>
    /// <param name="life">How long the request may be sent.</param>
    public SendPermit(TimeProvider clock, TimeSpan life) =>
        (_clock, _life, _stamp, _time) = (clock, life, clock.GetTimestamp(), clock.GetUtcNow());

    /// <summary>True if the request may still be sent. The monotonic clock may stand still while a machine is suspended.</summary>
    public bool IsValid => IsWithin(TimeSpan.Zero);

    /// <summary>Throws if the request must not be sent any more.</summary>
    /// <exception cref="PermitExpiredException">The life of the permit is over.</exception>
    public void ThrowIfExpired()
    {
        if (!IsValid)
        {
            throw new PermitExpiredException();
        }
    }

    /// <summary>Throws if the server was reached too late, for example because the token was renewed.</summary>
    /// <exception cref="PermitExpiredException">The life of the permit and <see cref="ConnectTime"/> are over.</exception>
    public void ThrowIfLate()
    {
        if (!IsWithin(ConnectTime))
        {
            throw new PermitExpiredException();
        }
    }

    private bool IsWithin(TimeSpan more) => _life == Timeout.InfiniteTimeSpan
        || (_clock.GetElapsedTime(_stamp) <= _life + more && _clock.GetUtcNow() - _time <= _life + more);
}
