namespace StravaTools.Client.Uploads;

/// <summary>How long to wait for an upload.</summary>
public sealed record UploadWait
{
    /// <summary>Strava recommends polling no more than once per second (strava-uploads.md, "Check Upload Status").</summary>
    public static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two polls: each poll counts against the rate limit.</summary>
    public static readonly TimeSpan MaxInterval = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The timeout; the outcome is then <see cref="UploadOutcome.Pending"/>. Default: two minutes; Strava usually needs seconds.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>What is left of the wait after some time.</summary>
    internal UploadWait Remaining(TimeSpan elapsed) => this with { Timeout = StravaClient.Max(TimeSpan.Zero, Timeout - elapsed) };
}
