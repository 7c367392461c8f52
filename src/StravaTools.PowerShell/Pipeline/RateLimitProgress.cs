using System.Management.Automation;
using StravaTools.Http.Errors;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Shows that a rate limit is waited out, and for how long: a warning for logs, and a progress line that counts down.</summary>
internal static class RateLimitProgress
{
    public static async Task ShowAsync(IEngine engine, ApiException limit, TimeProvider clock, CancellationToken stop)
    {
        var opens = limit.RateLimitResetAt!.Value;
        engine.WriteWarning(FormattableString.Invariant($"Strava's rate limit is used up ({limit.Details}). Waiting until {opens:yyyy-MM-dd HH:mm} UTC."));
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
            do
            {
                engine.WriteProgress(Record(opens, ProgressRecordType.Processing, (int)(opens - clock.GetUtcNow()).TotalSeconds));
            }
            while (clock.GetUtcNow() < opens && await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // The cmdlet was stopped.
        }

        engine.WriteProgress(Record(opens, ProgressRecordType.Completed, -1));
    }

    private static ProgressRecord Record(DateTimeOffset opens, ProgressRecordType type, int seconds) =>
        new(2, "Waiting for Strava's rate limit", FormattableString.Invariant($"until {opens:HH:mm} UTC")) { RecordType = type, SecondsRemaining = seconds };
}
