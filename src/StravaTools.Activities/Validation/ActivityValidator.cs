namespace StravaTools.Activities.Validation;

/// <summary>Checks activity files by Strava's documented rules. Pure: no network, no clock, no state.</summary>
public static class ActivityValidator
{
    /// <summary>Reads a file and checks it. Whatever its bytes are, the answer is a report; the only exception is cancellation.</summary>
    public static ActivityFileReport Validate(ActivityFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var content = file.Parse(cancellationToken);
        if (file.Format is { } format && !content.Collector.HasErrors)
        {
            foreach (var check in ActivityRules.All)
            {
                cancellationToken.ThrowIfCancellationRequested();
                check(format, content.Activities, content.Collector);
            }
        }

        return new ActivityFileReport(file, content.Activities, content.Findings);
    }
}
