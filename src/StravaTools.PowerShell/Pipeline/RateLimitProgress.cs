using System.Globalization;
using System.Management.Automation;
using StravaTools.Http.Errors;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Shows that the cmdlet waits for a rate limit: a warning for logs, and a progress line that counts down.</summary>
internal static class RateLimitProgress
{
    public static async Task ShowAsync(IEngine engine, ApiException limit, TimeProvider clock, CancellationToken stop)
    {
        var opens = limit.RateLimitResetAt!.Value;
        var until = opens.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        engine.WriteWarning($"Strava's rate limit is exhausted ({limit.Details}). Waiting until {until} UTC.");
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
            do
            {
                engine.WriteProgress(CreateRecord(opens, ProgressRecordType.Processing, (int)(opens - clock.GetUtcNow()).TotalSeconds));
            }
            while (clock.GetUtcNow() < opens && await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // The cmdlet was stopped.
        }

        engine.WriteProgress(CreateRecord(opens, ProgressRecordType.Completed, -1));
    }

    private static ProgressRecord CreateRecord(DateTimeOffset opens, ProgressRecordType type, int seconds) =>
        new(2, "Waiting for Strava's rate limit", FormattableString.Invariant($"until {opens:HH:mm} UTC"))
        {
            RecordType = type,
            SecondsRemaining = seconds,
        };
}
