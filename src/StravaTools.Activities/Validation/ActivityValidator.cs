namespace StravaTools.Activities.Validation;

/// <summary>Checks activity files by Strava's documented rules, and for what the field shows to go wrong. Pure: no network, no clock, no state.</summary>
public static class ActivityValidator
{
    /// <summary>Reads a file and checks it by all rules.</summary>
    public static ActivityFileReport Validate(ActivityFile file, CancellationToken cancellationToken = default) =>
        Validate(file, ValidationOptions.Default, cancellationToken);

    /// <summary>Reads a file and checks it. Whatever its bytes are, the answer is a report; the only exception is cancellation.</summary>
    public static ActivityFileReport Validate(ActivityFile file, ValidationOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var findings = new FindingCollector(options);
        var content = file.Parse(findings, cancellationToken);
        if (file.Format is { } format && !findings.HasErrors)
        {
            Check(new ActivityCheckContext(format, content.Activities, findings, options.Now), cancellationToken);
        }

        return new ActivityFileReport(file, content.Activities, content.Findings);
    }

    private static void Check(ActivityCheckContext context, CancellationToken cancellationToken)
    {
        foreach (var check in ActivityChecks.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            check(context);
        }
    }
}
